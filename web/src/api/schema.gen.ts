// Generated from openapi.json: npm run types.

export interface paths {
    "/api/access/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Asynccallable
         * @description Everybody with access.
         */
        get: operations["ApiAccessPeopleAsynccallable"];
        put?: never;
        /**
         * Invite
         * @description Give somebody access; she sets her password with the link, which goes to her by mail where that is set up.
         */
        post: operations["ApiAccessPeopleInvite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/people/{person}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove
         * @description Take somebody's access away: her sessions, links and tokens end at once. to: who owns her documents then.
         */
        delete: operations["ApiAccessPeoplePersonRemove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/people/{person}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * NewLink
         * @description A new link with which somebody sets her password; an older one works no more.
         */
        post: operations["ApiAccessPeoplePersonLinkNewLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/people/{person}/owned": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Owned
         * @description The documents that name somebody as their owner: they need another one before she leaves.
         */
        get: operations["ApiAccessPeoplePersonOwnedOwned"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/people/{person}/role": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * SetRole
         * @description Give somebody another role, from her next click on.
         */
        post: operations["ApiAccessPeoplePersonRoleSetRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/record": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Record
         * @description Who saw or changed what, the newest first; of one person, or about one customer.
         */
        get: operations["ApiAccessRecordRecord"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/sessions/{session}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * EndSession
         * @description End anybody's session.
         */
        delete: operations["ApiAccessSessionsEndSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/tokens/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * RevokeToken
         * @description From now on anybody's token opens nothing.
         */
        delete: operations["ApiAccessTokensRevokeToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * AlertsNow
         * @description What every alert sees now; nobody is told.
         */
        get: operations["ApiAlertsAlertsNow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alerts/digest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * DigestNow
         * @description The digest of whoever is called so, as it would be sent now; nothing is sent.
         */
        get: operations["ApiAlertsDigestDigestNow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alerts/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Asynccallable
         * @description Every alert as its document has it.
         */
        get: operations["ApiAlertsDocumentsAsynccallable"];
        put?: never;
        /**
         * PutAlert
         * @description Put an alert on the shelf, or change the one of this id.
         */
        post: operations["ApiAlertsDocumentsPutAlert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alerts/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * AlertHistory
         * @description What alerts told, the newest first, and when it was over.
         */
        get: operations["ApiAlertsHistoryAlertHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alerts/look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * LookNow
         * @description Look at every alert, and tell people of what is newly wrong.
         */
        post: operations["ApiAlertsLookLookNow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alerts/places": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Asynccallable
         * @description The names of webhooks and chats that alerts may be sent to.
         */
        get: operations["ApiAlertsPlacesAsynccallable"];
        put?: never;
        /**
         * SetPlace
         * @description Name a webhook or a chat that alerts may be sent to.
         */
        post: operations["ApiAlertsPlacesSetPlace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alerts/try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * TriedAlert
         * @description What an alert would see now; it is not kept, and nobody is told.
         */
        post: operations["ApiAlertsTryTriedAlert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * AskQuestion
         * @description Answer a question about the workspace, or about the events it carries itself.
         */
        post: operations["ApiAskAskQuestion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/atlas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * AllMaps
         * @description The maps of the workspace, each below the one that it lies in; without numbers.
         */
        get: operations["ApiAtlasAllMaps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/atlas/{map_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * AtlasRow
         * @description How one map does: its goal against its target, where most is lost, whose it is, when it was reviewed.
         */
        get: operations["ApiAtlasMapIdAtlasRow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/barriers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * WorkspaceBarriers
         * @description What stops customers, without a map: over the journeys of the map that would be proposed.
         */
        get: operations["ApiBarriersWorkspaceBarriers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * BinView
         * @description The documents in the bin.
         */
        get: operations["ApiBinBinView"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bin/{entry}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * RestoreDocument
         * @description Bring a document back to where it was; nothing that is there again is overwritten.
         */
        post: operations["ApiBinEntryRestoreRestoreDocument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bring": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * BringMap
         * @description The map in a file as YAML, and what is wrong with it; nothing is saved.
         */
        post: operations["ApiBringBringMap"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/channels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ChannelsCompared
         * @description Each channel: who used it, how many of them bought and how soon, what it cost, and what they answered.
         */
        get: operations["ApiChannelsChannelsCompared"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/consent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * WhatIsAllowed
         * @description What people allowed by purpose, and how many messages were not kept for want of it.
         */
        get: operations["ApiConsentWhatIsAllowed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ListCustomers
         * @description Customers with events, by id, or those a text names: ids, traits, first and last event, segments of each.
         */
        get: operations["ApiCustomersListCustomers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{customer}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * CustomerTimeline
         * @description All that one customer did, in order of time, as a map sees it; of very much the newest.
         */
        get: operations["ApiCustomersCustomerTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{customer}/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Asynccallable
         * @description To what one customer agreed, purpose by purpose, with when, source and proof.
         */
        get: operations["ApiCustomersConsentsAsynccallable"];
        put?: never;
        /**
         * WriteConsentDown
         * @description Write down what one customer told you of a purpose now; what she says later takes its place.
         */
        post: operations["ApiCustomersConsentsWriteConsentDown"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{customer}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * CustomerFile
         * @description Everything about one customer as a file: JSON and CSV in a zip, with a plain README.
         */
        get: operations["ApiCustomersFileCustomerFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{customer}/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * CustomerProfile
         * @description What is known of one customer, by any of her ids: traits with where they come from, consents, open matters.
         */
        get: operations["ApiCustomersProfileCustomerProfile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/{kind}/{document}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * DeleteDocument
         * @description Put a map, segment, persona, measure, touchpoint, question or mapping into the bin for thirty days.
         */
        delete: operations["ApiDocumentsKindDeleteDocument"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/{kind}/{document}/dependents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * DocumentDependents
         * @description What else speaks of a document.
         */
        get: operations["ApiDocumentsKindDependentsDocumentDependents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/erasures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * EraseCustomers
         * @description Erase customers for good: every event of theirs leaves all answers at once, then every file of the workspace.
         *
         *     Then backups and exports that Cesta made, where they were put, the record of who saw what, and waiting uploads. The
         *     answer says what was removed from where, which documents and commits name them, and what was not searched.
         */
        post: operations["ApiErasuresEraseCustomers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * AcceptEvents
         * @description Accept events: on disk before this answers, duplicates once, unreadable ones set aside with the reason.
         */
        post: operations["ApiEventsAcceptEvents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/find": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * FindCustomers
         * @description Customers by anything that names them: an id, an e-mail, a phone, an order, a card, a name, or its beginning.
         */
        get: operations["ApiFindFindCustomers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/first-hour": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Asynccallable
         * @description The steps of the first hour, each as the workspace shows it.
         */
        get: operations["ApiFirstHourAsynccallable"];
        put?: never;
        /**
         * HourHappened
         * @description Note that something was shared, or that the list was put away.
         */
        post: operations["ApiFirstHourHourHappened"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Asynccallable
         * @description Groups of customers who behave alike, with what sets each apart; none where there are none.
         */
        get: operations["ApiGroupsAsynccallable"];
        put?: never;
        /**
         * AdoptedGroup
         * @description Make a group into a segment, and draft a persona for it; nothing that is there is overwritten.
         */
        post: operations["ApiGroupsAdoptedGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hypotheses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Asynccallable
         * @description Every hypothesis with the numbers of both sides, before it was written and since, with intervals.
         */
        get: operations["ApiHypothesesAsynccallable"];
        put?: never;
        /**
         * SaveHypothesis
         * @description Write a hypothesis down, or change the one of this id; the day of a new one is today.
         */
        post: operations["ApiHypothesesSaveHypothesis"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Identity
         * @description How many customers are made of how many ids, ids that several people claim, decisions, and the rules.
         */
        get: operations["ApiIdentityIdentity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * IdentityDecide
         * @description Undo or redo a merge, keep ids apart, join them, take them for shared, or take a decision back.
         */
        post: operations["ApiIdentityDecisionsIdentityDecide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/merges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * IdentityMerges
         * @description Merges with their causes, the newest first; only those of the customer who has this id.
         */
        get: operations["ApiIdentityMergesIdentityMerges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * IdentityPreview
         * @description What other rules, or a merge undone, would change; nothing is changed.
         */
        post: operations["ApiIdentityPreviewIdentityPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * IdentityRules
         * @description Keep rules, as identity.yaml says them; mistakes are told with their line.
         */
        post: operations["ApiIdentityRulesIdentityRules"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Scheduled
         * @description Each folder, database and mailbox that is read again and again: when next, and what its last runs brought.
         */
        get: operations["ApiJobsScheduled"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{job}/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * RunNow
         * @description Run a job now; what it brings is seen in its runs.
         */
        post: operations["ApiJobsRunRunNow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/kpis": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Asynccallable
         * @description Every KPI with its number, interval, target, what it was in the period before, and its past.
         */
        get: operations["ApiKpisAsynccallable"];
        put?: never;
        /**
         * SaveKpi
         * @description Put a KPI on the shelf, or change the one of this id. `lang`: the language of its name.
         */
        post: operations["ApiKpisSaveKpi"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/kpis/usual": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Asynccallable
         * @description Names of KPIs of the practice that these events allow for and that are not described yet.
         */
        get: operations["ApiKpisUsualAsynccallable"];
        put?: never;
        /**
         * AddUsualKpis
         * @description Put those on the shelf.
         */
        post: operations["ApiKpisUsualAddUsualKpis"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/kpis/{kpi}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * OneKpi
         * @description One KPI alone.
         */
        get: operations["ApiKpisOneKpi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/kpis/{kpi}/splits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * KpiSplits
         * @description One KPI by country, channel, source, brand, currency and what its document names, where events say so.
         */
        get: operations["ApiKpisSplitsKpiSplits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/loads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Asynccallable
         * @description What was loaded, and what of it counts.
         */
        get: operations["ApiLoadsAsynccallable"];
        put?: never;
        /**
         * Load
         * @description Load files, wholly or not at all; the answer names the job to follow. The same files again add nothing.
         */
        post: operations["ApiLoadsLoad"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/loads/guess": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Guess
         * @description What files tell of who did what and when, with their first rows; nothing is loaded by this.
         */
        post: operations["ApiLoadsGuessGuess"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/loads/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Jobs
         * @description The loads of this server, the newest first: waiting, working, done, failed, stopped.
         */
        get: operations["ApiLoadsJobsJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/loads/jobs/{job}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * JobNow
         * @description How far a load is, and what came of it.
         */
        get: operations["ApiLoadsJobsJobNow"];
        put?: never;
        post?: never;
        /**
         * StopJob
         * @description Stop a load at its next step; nothing of it stays. What is in already stays in.
         */
        delete: operations["ApiLoadsJobsStopJob"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/loads/{load}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * UnloadOne
         * @description Take a load back wholly; it stays in the bin for thirty days.
         */
        delete: operations["ApiLoadsUnloadOne"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/loads/{load}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ChangesOf
         * @description The first rows of a load that say something else about known ids, before a decision or after it.
         *
         *     Each with the fields that differ, as they were and as they are now: customer, event, time, or properties.NAME; null
         *     where one is not set. total: how many rows there are; null where counting would take long.
         */
        get: operations["ApiLoadsChangesChangesOf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/loads/{load}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * DecideOne
         * @description Settle what to do with a load's changed rows.
         */
        post: operations["ApiLoadsDecisionDecideOne"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/loads/{load}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * RestoreOne
         * @description Bring a load back from the bin.
         */
        post: operations["ApiLoadsRestoreRestoreOne"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Asynccallable
         * @description Through which server letters go.
         */
        get: operations["ApiMailAsynccallable"];
        put?: never;
        /**
         * SetMail
         * @description Say through which server letters go; nothing is sent yet.
         */
        post: operations["ApiMailSetMail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mail/off": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * ForgetMail
         * @description Send no letters from now on.
         */
        post: operations["ApiMailOffForgetMail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mail/try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * TryMail
         * @description Send a letter now; the answer comes when the mail server has it.
         */
        post: operations["ApiMailTryTryMail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/maps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Asynccallable
         * @description The maps of the workspace.
         */
        get: operations["ApiMapsAsynccallable"];
        put?: never;
        /**
         * NewMap
         * @description Put a new map on the shelf; one that is there already is never overwritten.
         */
        post: operations["ApiMapsNewMap"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/maps/{map_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * MapView
         * @description A map with its numbers, for a segment and a period.
         */
        get: operations["ApiMapsMapIdMapView"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/maps/{map_id}/barriers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * MapBarriers
         * @description What stops the customers of a map, found in what they did, the worst first.
         */
        get: operations["ApiMapsMapIdBarriersMapBarriers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/maps/{map_id}/behind": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * MapBehind
         * @description Exactly the journeys or people that a number of the map counted, a page at a time.
         */
        get: operations["ApiMapsMapIdBehindMapBehind"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/maps/{map_id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * MapChanges
         * @description What makes one version another, in words: numbers of versions, "published" or "draft".
         */
        get: operations["ApiMapsMapIdChangesMapChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/maps/{map_id}/compared": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * MapCompared
         * @description Two segments or two periods of a map: every number of both, the difference, and how sure it is.
         */
        get: operations["ApiMapsMapIdComparedMapCompared"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/maps/{map_id}/deviations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * MapDeviations
         * @description The desired journey of a map beside what happens, deviation by deviation.
         */
        get: operations["ApiMapsMapIdDeviationsMapDeviations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/maps/{map_id}/document": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * MapDocument
         * @description The map's YAML and the problems found in it.
         */
        get: operations["ApiMapsMapIdDocumentMapDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/maps/{map_id}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * MapDraft
         * @description The map as it is being edited; as it is published while nobody has changed it.
         */
        get: operations["ApiMapsMapIdDraftMapDraft"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/maps/{map_id}/drift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * MapDrift
         * @description Since when a map's numbers are others than before, the newest change first.
         */
        get: operations["ApiMapsMapIdDriftMapDrift"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/maps/{map_id}/drivers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * DriversOfMap
         * @description Which touchpoints, and which friction at them, move what customers say and do, with all others held.
         */
        get: operations["ApiMapsMapIdDriversDriversOfMap"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/maps/{map_id}/edits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * EditMap
         * @description Edit the draft: each edit is done, or told why not; sending one twice does it once.
         */
        post: operations["ApiMapsMapIdEditsEditMap"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/maps/{map_id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * MapFile
         * @description A map as a file of any format; those made of single customers' journeys only for who may see them.
         */
        get: operations["ApiMapsMapIdFileMapFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/maps/{map_id}/friction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * MapFriction
         * @description How many journeys met errors, angry clicks, tries again, turns back or calls for help at each touchpoint.
         */
        get: operations["ApiMapsMapIdFrictionMapFriction"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/maps/{map_id}/hidden": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * MapHidden
         * @description Which shares of the map hide segments that differ strongly and surely from everybody else.
         */
        get: operations["ApiMapsMapIdHiddenMapHidden"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/maps/{map_id}/kpis": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * MapKpis
         * @description The KPIs of a map and of its stages, for a segment and a period.
         */
        get: operations["ApiMapsMapIdKpisMapKpis"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/maps/{map_id}/moods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * MapMoods
         * @description How the mood of a map, a stage or a touchpoint has gone, month by month, and how segments differ.
         */
        get: operations["ApiMapsMapIdMoodsMapMoods"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/maps/{map_id}/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * MapProposals
         * @description Changes that a map needs to stay true, the most pressing first.
         */
        get: operations["ApiMapsMapIdProposalsMapProposals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/maps/{map_id}/proposals/{key}/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * DismissProposal
         * @description Say why a proposed change is none; it comes again only if it grows clearly.
         */
        post: operations["ApiMapsMapIdProposalsKeyDismissDismissProposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/maps/{map_id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PublishMap
         * @description Put the draft in place of the published map, with a note for the history.
         */
        post: operations["ApiMapsMapIdPublishPublishMap"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/maps/{map_id}/remarks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Asynccallable
         * @description Comments and sticky notes of a map.
         */
        get: operations["ApiMapsMapIdRemarksAsynccallable"];
        put?: never;
        /**
         * SayRemark
         * @description Comment on a part of a map, answer a comment, or put up a sticky note.
         */
        post: operations["ApiMapsMapIdRemarksSayRemark"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/maps/{map_id}/remarks/{remark}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * TakeBackRemark
         * @description Remove a remark with the answers to it.
         */
        delete: operations["ApiMapsMapIdRemarksTakeBackRemark"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/maps/{map_id}/remarks/{remark}/settle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * SettleRemark
         * @description Mark a remark as settled, or as open again.
         */
        post: operations["ApiMapsMapIdRemarksSettleSettleRemark"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/maps/{map_id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * RestoreMap
         * @description Make the draft say what a version said.
         */
        post: operations["ApiMapsMapIdRestoreRestoreMap"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/maps/{map_id}/segments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * MapSegments
         * @description The map of each segment, small, with how far its goal lies from everybody else's.
         */
        get: operations["ApiMapsMapIdSegmentsMapSegments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/maps/{map_id}/shares": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Asynccallable
         * @description The links of a map that still work.
         */
        get: operations["ApiMapsMapIdSharesAsynccallable"];
        put?: never;
        /**
         * Share
         * @description A link that shows this map to whoever has it, for a while.
         */
        post: operations["ApiMapsMapIdSharesShare"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/maps/{map_id}/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * MapSteps
         * @description How much of a map is filled in as it is being edited, and what the data proposes at each of the six steps.
         */
        get: operations["ApiMapsMapIdStepsMapSteps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/maps/{map_id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * UndoEdit
         * @description Take back what the same hand did last, or do it again.
         */
        post: operations["ApiMapsMapIdUndoUndoEdit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/maps/{map_id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * MapVersions
         * @description The published versions, the newest first, and the edits that are not published yet.
         */
        get: operations["ApiMapsMapIdVersionsMapVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/maps/{map_id}/voices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * MapVoices
         * @description What customers said at a touchpoint in their own words, newest first, with language and feeling.
         *
         *     For roles that may not see customers nobody is named, and personal data in the texts is masked.
         */
        get: operations["ApiMapsMapIdVoicesMapVoices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/match": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * MatchPreview
         * @description How many events, of how many people, a touchpoint's rule would match.
         */
        post: operations["ApiMatchMatchPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * WhoAmI
         * @description Who asks, and whether the workspace has a password.
         */
        get: operations["ApiMeWhoAmI"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/access": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * MyAccess
         * @description What one is signed in with, and the tokens that act in one's name.
         */
        get: operations["ApiMeAccessMyAccess"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/begin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin
         * @description Set the first owner's password: from then on nobody is let in without one.
         */
        post: operations["ApiMeBeginBegin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/forgotten": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * ForgotPassword
         * @description Have a link for a new password sent, if somebody signs in with this address; the answer does not say so.
         */
        post: operations["ApiMeForgottenForgotPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * LookAtLink
         * @description Whose link this is; it stays as it is.
         */
        post: operations["ApiMeLinkLookAtLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/link/use": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * UseLink
         * @description Set a password with a link, once, and sign in.
         */
        post: operations["ApiMeLinkUseUseLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * ChangePassword
         * @description Change one's password; all other sessions end.
         */
        post: operations["ApiMePasswordChangePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/sessions/{session}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * EndSession
         * @description End one of one's own sessions.
         */
        delete: operations["ApiMeSessionsEndSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * SignIn
         * @description Sign in with a password; the answer sets a cookie that no script can read.
         */
        post: operations["ApiMeSignInSignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * SignOut
         * @description End this session, wherever it is copied to.
         */
        post: operations["ApiMeSignOutSignOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * MakeToken
         * @description A token for a program; it is shown once, and may do no more than who made it.
         */
        post: operations["ApiMeTokensMakeToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/tokens/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * RevokeToken
         * @description From now on this token of one's own opens nothing.
         */
        delete: operations["ApiMeTokensRevokeToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/opportunities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Asynccallable
         * @description Every opportunity with its scores, the most worth for the least effort first.
         */
        get: operations["ApiOpportunitiesAsynccallable"];
        put?: never;
        /**
         * PutOpportunity
         * @description Put an opportunity on the shelf, or change the one of this id.
         */
        post: operations["ApiOpportunitiesPutOpportunity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/opportunities/{opportunity}/task": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * TaskOfOpportunity
         * @description Make an opportunity a task, once.
         */
        post: operations["ApiOpportunitiesOpportunityTaskTaskOfOpportunity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/personas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Personas
         * @description Every persona with the size of its segment now.
         */
        get: operations["ApiPersonasPersonas"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/proposal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Asynccallable
         * @description The first map that the events propose, with its numbers; nothing is saved.
         */
        get: operations["ApiProposalAsynccallable"];
        put?: never;
        /**
         * ChangedProposal
         * @description The proposed map with these changes, its document and its numbers; nothing is saved.
         */
        post: operations["ApiProposalChangedProposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Asynccallable
         * @description The saved questions, and what is wrong with them.
         */
        get: operations["ApiQuestionsAsynccallable"];
        put?: never;
        /**
         * NewQuestion
         * @description Save a question; one that is there already is never overwritten.
         */
        post: operations["ApiQuestionsNewQuestion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/questions/{question}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * QuestionDocument
         * @description A saved question's YAML and the problems found in it.
         */
        get: operations["ApiQuestionsQuestionDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recorded": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Recorded
         * @description Each page with its clicks, points of heat and recordings, and each recording with its pages.
         *
         *     At most a thousand of either: the most clicked pages, the newest recordings. Nothing is recorded unless `record` in
         *     cesta.yaml says so.
         */
        get: operations["ApiRecordedRecorded"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Asynccallable
         * @description The rules of privacy.yaml, and how many events each would remove now.
         */
        get: operations["ApiRetentionAsynccallable"];
        put?: never;
        /**
         * Retire
         * @description Remove now what was kept long enough; a server does so once a day by itself.
         */
        post: operations["ApiRetentionRetire"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/samples/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * RemoveSample
         * @description Put all made-up data and the sample's unedited documents into the bin for thirty days.
         */
        post: operations["ApiSamplesRemoveRemoveSample"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/segments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Asynccallable
         * @description Every segment with its rule, its size and its share of all customers at a moment.
         */
        get: operations["ApiSegmentsAsynccallable"];
        put?: never;
        /**
         * SaveSegment
         * @description Put a segment on the shelf, or change the one of this id. `lang`: the language of its name and description.
         */
        post: operations["ApiSegmentsSaveSegment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/segments/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * SegmentChanges
         * @description Who entered and who left which segment, in order, behind a cursor; kept in memory while the server runs.
         */
        get: operations["ApiSegmentsChangesSegmentChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/segments/families": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * SegmentFamilies
         * @description Segments that the practice asks for, from the events there are: choice criteria, needs, motives, stages.
         */
        get: operations["ApiSegmentsFamiliesSegmentFamilies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/segments/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PreviewSegment
         * @description What a rule would come to now: its size, its parts, some members, and what it names that was never seen.
         */
        post: operations["ApiSegmentsPreviewPreviewSegment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/segments/{segment}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * SegmentMembers
         * @description Who was in a segment at a moment, by id, of what is known now.
         */
        get: operations["ApiSegmentsMembersSegmentMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/segments/{segment}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * SegmentReport
         * @description A segment against everybody else: size, behaviour, and its shares on every map, with intervals.
         */
        get: operations["ApiSegmentsReportSegmentReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/segments/{segment}/trend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * SegmentTrend
         * @description A segment's size week by week until now, of what is known now.
         */
        get: operations["ApiSegmentsTrendSegmentTrend"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/segments/{segment}/why": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * SegmentWhy
         * @description Why a customer was in a segment at a moment, or was not: each part of its rule and the events it rests on.
         */
        get: operations["ApiSegmentsWhySegmentWhy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/set-aside": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * SetAside
         * @description What waits to be understood, by reason, and the rules that mend.
         */
        get: operations["ApiSetAsideSetAside"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/set-aside/bring-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * BringBackItems
         * @description Dismissed items wait again.
         */
        post: operations["ApiSetAsideBringBackBringBackItems"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/set-aside/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * DismissItems
         * @description Lay items away; they stay and can be brought back.
         */
        post: operations["ApiSetAsideDismissDismissItems"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/set-aside/drop-rule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * DropKeptRule
         * @description Forget a rule; what it mended stays as it is.
         */
        post: operations["ApiSetAsideDropRuleDropKeptRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/set-aside/edit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * EditByHand
         * @description Mend one item by hand; what still cannot be understood changes nothing and says why.
         */
        post: operations["ApiSetAsideEditEditByHand"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/set-aside/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * SetAsideItems
         * @description The items themselves, a page at a time.
         */
        get: operations["ApiSetAsideItemsSetAsideItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/set-aside/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PreviewRule
         * @description How much a rule would mend and what would stay broken; nothing is written.
         */
        post: operations["ApiSetAsidePreviewPreviewRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/set-aside/repair": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * RepairByRule
         * @description Keep a rule for all that comes, and mend what waits.
         */
        post: operations["ApiSetAsideRepairRepairByRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/set-aside/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * ReplayItems
         * @description Try items again, after a mapping or a setting was corrected.
         */
        post: operations["ApiSetAsideReplayReplayItems"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Settings
         * @description Each setting with its value and where it comes from.
         */
        get: operations["ApiSettingsSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shares/{share}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * EndShare
         * @description The link works no more.
         */
        delete: operations["ApiSharesEndShare"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shop
         * @description The shops' name, places and buttons, as shop.yaml has them.
         */
        get: operations["ApiShopShop"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/pages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * CreatePage
         * @description Make a page for a place. Its address holds a new write key and is shown once.
         */
        post: operations["ApiShopPagesCreatePage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * AllSources
         * @description Each source with how fresh it is, what it sent, what was set aside and kept out, and its keys.
         */
        get: operations["ApiSourcesAllSources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * SetAccounts
         * @description Say which accounts on social networks are ours.
         */
        post: operations["ApiSourcesAccountsSetAccounts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/counting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * SetCounting
         * @description Count bots and tests, or keep them out of all numbers: those that came, and those that will.
         */
        post: operations["ApiSourcesCountingSetCounting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/domains": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * SetDomains
         * @description Say which domains are ours: a page opened from one of them brought nobody.
         */
        post: operations["ApiSourcesDomainsSetDomains"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * CreateKey
         * @description A new write key; it is shown once.
         */
        post: operations["ApiSourcesKeysCreateKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/keys/{key}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * RevokeKey
         * @description From now on this key opens nothing.
         */
        post: operations["ApiSourcesKeysRevokeRevokeKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PlanWhatComes
         * @description Write everything into the tracking plan that comes now and is not planned yet.
         */
        post: operations["ApiSourcesPlanPlanWhatComes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sql": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * SqlAnswer
         * @description Answer one SQL query with at most `limit` rows; the tables are events, journeys, loads and set_aside.
         */
        post: operations["ApiSqlSqlAnswer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sql/arrow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * SqlStream
         * @description Answer one SQL query with all its rows, as a stream of Arrow batches.
         */
        post: operations["ApiSqlArrowSqlStream"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/standing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * HowThingsStand
         * @description KPIs, which of them changed or miss their target, where most is lost, tasks and reviews.
         */
        get: operations["ApiStandingHowThingsStand"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/suppressions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * SuppressCustomers
         * @description Take nothing more that names these customers; what is there stays.
         */
        post: operations["ApiSuppressionsSuppressCustomers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/suppressions/lift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * LiftSuppressions
         * @description Take again what names these customers.
         */
        post: operations["ApiSuppressionsLiftLiftSuppressions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/surveys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Asynccallable
         * @description Every survey: whether it is open, to how many it was shown, how many answered, its first score.
         */
        get: operations["ApiSurveysAsynccallable"];
        put?: never;
        /**
         * SaveSurvey
         * @description Put a survey on the shelf, or change the one of its id; other questions become a version of their own.
         */
        post: operations["ApiSurveysSaveSurvey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/surveys/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * CheckSurvey
         * @description What pages would show of a draft, or why it cannot be used.
         */
        post: operations["ApiSurveysCheckCheckSurvey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/surveys/{survey}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * SurveyDocument
         * @description A survey's document.
         */
        get: operations["ApiSurveysSurveyDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/surveys/{survey}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * SurveyComments
         * @description What people wrote in their own words, newest first.
         */
        get: operations["ApiSurveysCommentsSurveyComments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/surveys/{survey}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * CreateSurveyLink
         * @description Make a link to a survey. Its address holds a new write key and is shown once.
         */
        post: operations["ApiSurveysLinksCreateSurveyLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/surveys/{survey}/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * SurveyResults
         * @description What a survey came to: scores with n and interval, shares, parts, response rate, what to be careful about.
         */
        get: operations["ApiSurveysResultsSurveyResults"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/switches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Switches
         * @description How often customers changed the channel in a matter, and at what share of these nobody had to explain again.
         */
        get: operations["ApiSwitchesSwitches"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tables": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * SaveTable
         * @description A table as a file: a workbook with the question on its second sheet, or CSV.
         */
        post: operations["ApiTablesSaveTable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Asynccallable
         * @description Every task, those that are due first.
         */
        get: operations["ApiTasksAsynccallable"];
        put?: never;
        /**
         * NewTask
         * @description Open a task; the one of the same source and ref is given back instead.
         */
        post: operations["ApiTasksNewTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{task}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * MovedTask
         * @description Change a task; fields that are null stay as they are.
         */
        post: operations["ApiTasksMovedTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{task}/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * TaskSteps
         * @description What happened to a task.
         */
        get: operations["ApiTasksStepsTaskSteps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Asynccallable
         * @description The templates there are, those of the workspace first.
         */
        get: operations["ApiTemplatesAsynccallable"];
        put?: never;
        /**
         * Begin
         * @description Begin a map from a template; none is overwritten.
         */
        post: operations["ApiTemplatesBegin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/templates/kept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * KeepTemplate
         * @description Keep a map as a template of this workspace.
         */
        post: operations["ApiTemplatesKeptKeepTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/themes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * FoundThemes
         * @description Themes of what customers wrote, across languages, with their counts, months and touchpoints.
         *
         *     The first time texts are read in the background, and `looking` says that themes are still to come.
         */
        get: operations["ApiThemesFoundThemes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/themes/texts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ThemeTexts
         * @description The texts of a theme, newest first; or those nearest in meaning to a few words, in whichever language.
         *
         *     For roles that may not see customers nobody is named, and personal data in the texts is masked.
         */
        get: operations["ApiThemesTextsThemeTexts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/traits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * JoinTable
         * @description Enrich customers by rows of a table: each says traits of the one whom its key names, with the table as source.
         */
        post: operations["ApiTraitsJoinTable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/uploads/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * UploadSlice
         * @description Keep one slice of a file, as raw bytes. Files sent under the same `upload` are loaded together.
         */
        put: operations["ApiUploadsNameUploadSlice"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/uploads/{upload}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * ForgetUpload
         * @description Remove an upload's files before they were loaded.
         */
        delete: operations["ApiUploadsForgetUpload"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/workspace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Workspace
         * @description Names, amounts, kinds of event, maps and segments.
         */
        get: operations["ApiWorkspaceWorkspace"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/workspaces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Workspaces
         * @description Every workspace that this server holds and that who asks may open, the one asked among them.
         */
        get: operations["ApiWorkspacesWorkspaces"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Health
         * @description The process answers.
         */
        get: operations["HealthHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ready
         * @description The workspace is open and its events are loaded.
         */
        get: operations["ReadyReady"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** Accepted */
        Accepted: {
            accepted: number;
            duplicates: number;
            /** @default 0 */
            local_times: number;
            /** @default [] */
            problems: components["schemas"]["SetAside"][];
            set_aside: number;
            /** @default 0 */
            unclear_times: number;
        };
        /** Access */
        Access: {
            sessions: components["schemas"]["SessionView"][];
            tokens: components["schemas"]["TokenView"][];
        };
        /** Account */
        Account: {
            account: string;
            network: string;
            /** @default  */
            title: string;
        };
        /** AccountView */
        AccountView: {
            account: string;
            network: string;
            title: string;
        };
        /** Accounts */
        Accounts: {
            accounts: components["schemas"]["Account"][];
        };
        /** Adopted */
        Adopted: {
            persona: string | null;
            segment: string;
        };
        /** Against */
        Against: {
            high: number | null;
            inside: number | null;
            low: number | null;
            outside: number | null;
            outside_high: number | null;
            outside_low: number | null;
            what: string;
        };
        /** AlertDraft */
        AlertDraft: {
            fields: {
                [key: string]: unknown;
            };
            id: string;
        };
        /** AlertRow */
        AlertRow: {
            fields: {
                [key: string]: unknown;
            };
            id: string;
            name: string;
            problem: string;
        };
        /** AlertShelf */
        AlertShelf: {
            alerts: components["schemas"]["AlertRow"][];
            broken: string[];
        };
        /** Alive */
        Alive: {
            alive: boolean;
        };
        /** Answers */
        Answers: {
            /** @enum {null|string} */
            changed?: "ask" | "keep" | "replace" | null;
            /** @enum {null|string} */
            dates?: "dmy" | "mdy" | null;
            /** @default [] */
            drop: string[];
            event?: string | null;
            /** @default [] */
            id: string[];
            /** @default [] */
            keep: string[];
            name?: string | null;
            rename?: {
                [key: string]: string;
            };
            shape?: string | null;
            /** @default [] */
            what: string[];
            /** @default [] */
            when: string[];
            /** @default [] */
            who: string[];
        };
        /** Aside */
        Aside: {
            dismissed: number;
            groups: components["schemas"]["AsideGroup"][];
            rules: components["schemas"]["KeptRule"][];
            waiting: number;
        };
        /** AsideExample */
        AsideExample: {
            after: {
                [key: string]: string | null;
            };
            before: {
                [key: string]: string | null;
            };
            file: string | null;
            id: string;
            mended: boolean;
            row: number | null;
        };
        /** AsideGroup */
        AsideGroup: {
            code: string;
            field: string | null;
            first: components["schemas"]["AsideItem"];
            rows: number;
            source: string;
            values: components["schemas"]["AsideValue"][];
        };
        /** AsideItem */
        AsideItem: {
            code: string;
            event: string | null;
            field: string | null;
            fields: {
                [key: string]: string | null;
            } | null;
            file: string | null;
            id: string;
            load: string | null;
            reason: string;
            received: string;
            row: number | null;
            source: string;
            text: string | null;
            value: string | null;
        };
        /** AsidePage */
        AsidePage: {
            items: components["schemas"]["AsideItem"][];
            next: string | null;
            total: number;
        };
        /** AsidePreview */
        AsidePreview: {
            about: number;
            examples: components["schemas"]["AsideExample"][];
            mended: number;
            still: components["schemas"]["Still"][];
        };
        /** AsideValue */
        AsideValue: {
            rows: number;
            value: string | null;
        };
        /** AskedView */
        AskedView: {
            ask: string;
            number: components["schemas"]["Number"];
        };
        /** AtlasPlace */
        AtlasPlace: {
            depth: number;
            inside: number;
            map: components["schemas"]["MapEntry"];
        };
        /** AtlasRow */
        AtlasRow: {
            coverage: components["schemas"]["Number"];
            date_from: string;
            date_to: string;
            goal: components["schemas"]["Goal"] | null;
            /** @enum {string} */
            health: "met" | "unsure" | "missed" | "unknown";
            journeys: components["schemas"]["Number"];
            map: string;
            owner: string | null;
            people: components["schemas"]["Number"];
            review_due: string | null;
            review_late: boolean;
            reviewed: string | null;
            river: number[];
            timezone: string;
            worst: components["schemas"]["WorstCell"] | null;
        };
        /** BadJob */
        BadJob: {
            file: string;
            message: string;
        };
        /** Barrier */
        Barrier: {
            /** @enum {string} */
            evidence: "measured" | "reported" | "inferred" | "assumed";
            fixes: components["schemas"]["Fix"][];
            id: string;
            sources: string[];
            text: string;
        };
        /** BarriersView */
        BarriersView: {
            barriers: components["schemas"]["FoundView"][];
            compared: number;
            currency: string | null;
            false_share: number;
            map: string;
            same_customers: boolean;
        };
        /** Begin */
        Begin: {
            login: string;
            name: string;
            password: string;
        };
        /** Begun */
        Begun: {
            id: string;
            lang: string | null;
            template: string;
            title: string | null;
        };
        /** Behind */
        Behind: {
            items: components["schemas"]["BehindItem"][];
            next: string | null;
            people: number;
            total: number;
        };
        /** BehindItem */
        BehindItem: {
            customer: string;
            ended: string | null;
            /** @enum {null|string} */
            outcome: "reached" | "lost" | "open" | null;
            started: string | null;
        };
        /** Belongings */
        Belongings: {
            documents: components["schemas"]["Owned"][];
        };
        /** Bin */
        Bin: {
            documents: components["schemas"]["Binned"][];
        };
        /** Binned */
        Binned: {
            binned_at: string;
            entry: string;
            id: string;
            kind: string;
            title: string;
            until: string;
        };
        /** BrokenSurvey */
        BrokenSurvey: {
            code: string;
            hint: string | null;
            message: string;
        };
        /** Brought */
        Brought: {
            format: string;
            id: string;
            problems: components["schemas"]["Problem"][];
            text: string;
        };
        /** BroughtBack */
        BroughtBack: {
            waiting: number;
        };
        /** BroughtFile */
        BroughtFile: {
            content: string;
            id: string | null;
            name: string;
        };
        /** ByHand */
        ByHand: {
            fields: {
                [key: string]: unknown;
            };
            id: string;
            text: string | null;
        };
        /** Careful */
        Careful: {
            /** @enum {string} */
            code: "few_answer" | "nobody_counted" | "reworded" | "late" | "unusable" | "twice" | "former";
            n: number;
        };
        /** Change */
        Change: {
            gone: components["schemas"]["TheMerge"][];
            gone_count: number;
            new: components["schemas"]["TheMerge"][];
            new_count: number;
            people_after: number;
            people_before: number;
        };
        /** ChangedField */
        ChangedField: {
            field: string;
            now: string | number | boolean | null;
            was: string | number | boolean | null;
        };
        /** ChangedRow */
        ChangedRow: {
            customer: string;
            event: string;
            fields: components["schemas"]["ChangedField"][];
            id: string;
            time: string;
        };
        /** ChangedRows */
        ChangedRows: {
            changes: components["schemas"]["ChangedRow"][];
            total: number | null;
        };
        /** Changes */
        Changes: {
            choices: components["schemas"]["Choice"][];
            /** @default en */
            lang: string;
        };
        /** ChannelRow */
        ChannelRow: {
            channel: string;
            contacts: number;
            conversion: components["schemas"]["KpiNumber"] | null;
            cost: number | null;
            csat: components["schemas"]["KpiNumber"] | null;
            nps: components["schemas"]["KpiNumber"] | null;
            people: components["schemas"]["KpiNumber"];
            seconds: components["schemas"]["KpiNumber"] | null;
        };
        /** Channels */
        Channels: {
            currency: string;
            customers: number;
            date_from: string;
            date_to: string;
            goal: string | null;
            rows: components["schemas"]["ChannelRow"][];
        };
        /** Checked */
        Checked: {
            code: string | null;
            hint: string | null;
            message: string | null;
            shown: {
                [key: string]: unknown;
            } | null;
        };
        /** Choice */
        Choice: {
            at?: number | null;
            /** @enum {string} */
            do: "rename" | "discard" | "keep" | "move" | "join" | "add_stage";
            id: string;
            name?: string | null;
            to?: string | null;
        };
        /** Column */
        Column: {
            /**
             * @default text
             * @enum {string}
             */
            kind: "text" | "number" | "share" | "seconds" | "day" | "time";
            name: string;
        };
        /** ColumnSeen */
        ColumnSeen: {
            distinct: number;
            filled: number;
            /** @enum {string} */
            kind: "empty" | "id" | "number" | "flag" | "category" | "text" | "moment" | "clock" | "part" | "nested";
            name: string;
        };
        /** Comment */
        Comment: {
            ask: string | null;
            customer: string | null;
            language: string | null;
            question: string;
            score: number | null;
            text: string;
            time: string;
            touchpoint: string | null;
        };
        /** Comments */
        Comments: {
            comments: components["schemas"]["Comment"][];
            count: number;
            survey: string;
        };
        /** Compared */
        Compared: {
            changes: string[];
            /** @default [] */
            deeds: components["schemas"]["MapDeed"][];
            stages: components["schemas"]["VersionStage"][];
            whole: string[];
        };
        /** ComparedNumber */
        ComparedNumber: {
            clear: boolean;
            difference: components["schemas"]["Number"];
            /** @enum {string} */
            kind: "goal" | "open" | "reached" | "goes_on" | "leaves" | "time" | "touched" | "to_goal" | "succeeds" | "mood";
            name: string;
            one: components["schemas"]["Number"];
            other: components["schemas"]["Number"];
            stage: string | null;
            touchpoint: string | null;
        };
        /** ComparedSide */
        ComparedSide: {
            date_from: string;
            date_to: string;
            journeys: components["schemas"]["Number"];
            name: string | null;
            people: components["schemas"]["Number"];
            segment: string | null;
        };
        /** Completeness */
        Completeness: {
            points: components["schemas"]["maps_complete_Point"][];
            share: number;
        };
        /** ComputedTrait */
        ComputedTrait: {
            id: string;
            kind: string;
            name: string;
            /** @enum {null|string} */
            unit: "money" | "days" | "times" | "hour" | "weekday" | "moment" | null;
            value: string | number | boolean;
        };
        /** Consent */
        Consent: {
            given: boolean;
            kept: boolean;
            name: string;
            proof: string;
            purpose: string;
            source: string;
            time: string | null;
        };
        /** ConsentView */
        ConsentView: {
            /** @default [] */
            masked: components["schemas"]["Masked"][];
            not_kept: components["schemas"]["NotKept"][];
            purposes: components["schemas"]["PurposeView"][];
            suppressed: number;
        };
        /** Copy */
        Copy: {
            file: string;
            /** @enum {string} */
            kind: "backup" | "export" | "upload";
            /** @enum {string} */
            outcome: "cleaned" | "removed" | "without" | "missing" | "failed";
            /** @default  */
            why: string;
        };
        /** Count */
        Count: {
            high: number;
            key: string;
            low: number;
            n: number;
            share: number;
            text: string;
        };
        /** Counting */
        Counting: {
            bots: boolean;
            tests: boolean;
        };
        /** CustomerLine */
        CustomerLine: {
            computed: {
                [key: string]: string | number | boolean;
            };
            events: number;
            first: string | null;
            id: string;
            ids: string[];
            last: string | null;
            segments: string[];
            traits: {
                [key: string]: string | number | boolean;
            };
        };
        /** CustomerPage */
        CustomerPage: {
            customers: components["schemas"]["CustomerLine"][];
            next: string | null;
            total: number;
        };
        /** DecisionAsked */
        DecisionAsked: {
            decision: string;
        };
        /** Deed */
        Deed: {
            /** @default 0 */
            decision: number;
            /** @enum {string} */
            do: "undo" | "redo" | "apart" | "together" | "shared" | "back";
            ids: string[];
            /** @default  */
            merge: string;
        };
        /** Dependent */
        Dependent: {
            id: string;
            kind: string;
            title: string;
        };
        /** Dependents */
        Dependents: {
            dependents: components["schemas"]["Dependent"][];
        };
        /** DesiredView */
        DesiredView: {
            compared: number;
            deviations: components["schemas"]["Deviation"][];
            difference: components["schemas"]["Number"];
            false_share: number;
            goal_keeping: components["schemas"]["Number"];
            goal_straying: components["schemas"]["Number"];
            journeys: components["schemas"]["Number"];
            keeping: components["schemas"]["Number"];
            kinds: components["schemas"]["KindCount"][];
            made: components["schemas"]["MadePath"] | null;
            map: string;
            months: components["schemas"]["KeepingPoint"][];
            moods: components["schemas"]["WantedMood"][];
            path: components["schemas"]["PathStop"][];
            segments: components["schemas"]["KeepingSide"][];
        };
        /** Detail */
        Detail: {
            field: string;
            texts: string[];
        };
        /** Deviation */
        Deviation: {
            chance: number;
            clear: boolean;
            difference: components["schemas"]["Number"];
            goal_rate: components["schemas"]["Number"];
            goal_rate_without: components["schemas"]["Number"];
            journeys: components["schemas"]["Number"];
            /** @enum {string} */
            kind: "missing" | "extra" | "order" | "repeated" | "late";
            name: string;
            share: components["schemas"]["Number"];
            touchpoint: string;
            wait: components["schemas"]["Wait"] | null;
        };
        /** DigestShown */
        DigestShown: {
            every: string | null;
            owner: string;
            subject: string;
            text: string;
            to: string;
        };
        /** Discovered */
        Discovered: {
            customers: number;
            groups: components["schemas"]["Group"][];
            habits: string[];
            learned_from: number;
            traits: string[];
        };
        /** Dismissed */
        Dismissed: {
            dismissed: number;
            undo: string;
        };
        /** Domains */
        Domains: {
            domains: string[];
        };
        /** Draft */
        Draft: {
            description: string | null;
            id: string;
            /** @default behavioural */
            kind: string;
            name: string;
            rule: string;
        };
        /** DraftView */
        DraftView: {
            can_redo: boolean;
            can_undo: boolean;
            data: {
                [key: string]: unknown;
            };
            differs: boolean;
            extends: string | null;
            map: string;
            pending: number;
            problems: components["schemas"]["Problem"][];
            unfit: number;
            version: number;
        };
        /** Drift */
        Drift: {
            event: string;
            events: number;
            example: string | null;
            of: number;
            planned: string | null;
            property: string | null;
            what: string;
        };
        /** DriftChange */
        DriftChange: {
            after: components["schemas"]["Number"];
            before: components["schemas"]["Number"];
            chance: number;
            day: string;
            difference: components["schemas"]["Number"];
            /** @enum {string} */
            kind: "conversion" | "touchpoint";
            name: string;
            stage: string;
            touchpoint: string | null;
            within_seconds: number;
        };
        /** DriftView */
        DriftView: {
            changes: components["schemas"]["DriftChange"][];
            compared: number;
            false_share: number;
            last_day: string | null;
            map: string;
        };
        /** DriverView */
        DriverView: {
            chance: number;
            clear: boolean;
            effect: number;
            friction: string | null;
            high: number;
            lift: number;
            low: number;
            n: number;
            name: string;
            tells: boolean;
            touchpoint: string;
        };
        /** DriversView */
        DriversView: {
            choices: components["schemas"]["OutcomeChoice"][];
            currency: string | null;
            customers: number;
            days: number | null;
            drivers: components["schemas"]["DriverView"][];
            explained: number;
            known: number;
            map: string;
            mean: number;
            n: number;
            not_judged: components["schemas"]["NotJudged"][];
            of: string | null;
            /** @enum {string} */
            unit: "nps" | "share" | "points" | "money";
        };
        /** Dropped */
        Dropped: {
            dropped: boolean;
        };
        /** Due */
        Due: {
            events: number;
            keep: string;
            name: string;
        };
        /** Edit */
        Edit: {
            after: string | null;
            /** @default [] */
            at: string[];
            /** @enum {string} */
            kind: "set" | "add" | "remove" | "move" | "text";
            /** @default [] */
            to: string[];
            value: unknown;
            was: unknown;
            yaml: string | null;
        };
        /** Edited */
        Edited: {
            draft: components["schemas"]["DraftView"];
            outcomes: components["schemas"]["Outcome"][];
        };
        /** Edits */
        Edits: {
            hand: string;
            wishes: components["schemas"]["Wish"][];
        };
        /** Emotion */
        Emotion: {
            declared: number | null;
            /** @enum {string} */
            evidence: "measured" | "reported" | "inferred" | "assumed";
            high: number | null;
            low: number | null;
            /** @default 0 */
            n: number;
            /** @default [] */
            sources: components["schemas"]["MoodSource"][];
            /** @default 0 */
            texts: number;
            value: number | null;
        };
        /** Erasure */
        Erasure: {
            ids: string[];
            /** @default false */
            suppress: boolean;
        };
        /** ErasureReport */
        ErasureReport: {
            cleaned: number;
            copies: components["schemas"]["Copy"][];
            documents: components["schemas"]["Mention"][];
            files: number;
            history: components["schemas"]["History"];
            ids: string[];
            loads: components["schemas"]["FromLoad"][];
            log: number;
            /**
             * @default [
             *       "the files that sources were loaded from",
             *       "copies that were moved, or made by other programs",
             *       "what events of other customers say in their own properties"
             *     ]
             */
            not_searched: string[];
            record: number;
            set_aside: number;
        };
        /** ErrorBody */
        ErrorBody: {
            code: string;
            hint: string | null;
            message: string;
        };
        /** EventGuess */
        EventGuess: {
            assumed: string | null;
            event: string | null;
            id: components["schemas"]["Role"] | null;
            properties: string[];
            table: string;
            time_formats: string[];
            what: components["schemas"]["Role"] | null;
            when: components["schemas"]["Role"];
            who: components["schemas"]["Role"];
        };
        /** EventKind */
        EventKind: {
            events: number;
            name: string;
            people: number;
            properties: string[];
        };
        /** EventSeen */
        EventSeen: {
            assumed: boolean;
            event: string;
            time: string;
        };
        /** Events */
        Events: {
            events: ({
                [key: string]: unknown;
            } | string)[];
            file?: string | null;
            rows?: number[] | null;
            /** @default api */
            source: string;
        };
        /** Everybody */
        Everybody: {
            people: components["schemas"]["PersonView"][];
        };
        /** FamilyProposal */
        FamilyProposal: {
            family: string;
            rule: string;
            value: string;
            what: string;
        };
        /** FilesToGuess */
        FilesToGuess: {
            answers?: components["schemas"]["Answers"];
            files: string[];
        };
        /** FilesToLoad */
        FilesToLoad: {
            answers?: components["schemas"]["Answers"];
            files: string[];
            mapping?: string | null;
        };
        /** FirstHour */
        FirstHour: {
            /** @enum {string} */
            made_up: "none" | "some" | "all";
            shown: boolean;
            steps: components["schemas"]["HourStep"][];
        };
        /** Fix */
        Fix: {
            cost: string | null;
            effort: number | null;
            id: string;
            owner: string | null;
            status: string | null;
            text: string;
        };
        /** ForSource */
        ForSource: {
            rule: {
                [key: string]: unknown;
            };
            source: string;
        };
        /** Forgotten */
        Forgotten: {
            login: string;
        };
        /** FoundRule */
        FoundRule: {
            precision: number;
            recall: number;
            rule: {
                [key: string]: unknown;
            };
        };
        /** FoundView */
        FoundView: {
            at_stake: number | null;
            chance: number;
            difference: components["schemas"]["Number"];
            effect: components["schemas"]["Number"] | null;
            event: string;
            id: string;
            /** @enum {string} */
            kind: "drop_off" | "error" | "loop" | "wait" | "help" | "turning_back" | "no_return";
            lost: components["schemas"]["Number"] | null;
            on_map: boolean;
            peers: components["schemas"]["Number"];
            people: components["schemas"]["Number"];
            same_customers: boolean;
            seconds: number | null;
            segments: components["schemas"]["Hit"][];
            share: components["schemas"]["Number"];
            touchpoint: string | null;
            touchpoint_name: string | null;
            value: string;
            what: string;
        };
        /** FrictionPart */
        FrictionPart: {
            journeys: components["schemas"]["Number"];
            /** @enum {string} */
            kind: "rage" | "dead" | "error" | "again" | "back" | "help" | "contact";
        };
        /** FrictionView */
        FrictionView: {
            stops: components["schemas"]["StopFriction"][];
        };
        /** FromLoad */
        FromLoad: {
            load_id: string;
            rows: number;
        };
        /** Gain */
        Gain: {
            cost: number;
            currency: string | null;
            high: number;
            likely: number;
            low: number;
            months: number | null;
        };
        /** Goal */
        Goal: {
            name: string;
            previous: components["schemas"]["Number"] | null;
            rate: components["schemas"]["Number"];
            reached: components["schemas"]["Number"];
            target: number | null;
        };
        /** Going */
        Going: {
            hand: string;
            version: string;
        };
        /** Group */
        Group: {
            customers: number;
            events: number;
            examples: string[];
            less: components["schemas"]["Tell"][];
            more: components["schemas"]["Tell"][];
            number: number;
            rule: components["schemas"]["FoundRule"] | null;
            share: number;
            sure: number;
            traits: components["schemas"]["Tell"][];
        };
        /** Groups */
        Groups: {
            at: string;
            found: components["schemas"]["Discovered"];
            rules: string[];
        };
        /** Guard */
        Guard: {
            harmed: boolean;
            id: string;
            name: string;
        };
        /** Guess */
        Guess: {
            events: components["schemas"]["EventGuess"][];
            /** @default [] */
            journeys: components["schemas"]["JourneySeen"][];
            mapping: string;
            /** @default [] */
            notes: components["schemas"]["Hint"][];
            /** @default [] */
            questions: components["schemas"]["Question"][];
            refused: components["schemas"]["Refusal"] | null;
            reused: string | null;
            source: string;
            tables: components["schemas"]["TableSeen"][];
            /** @default [] */
            warnings: components["schemas"]["Hint"][];
        };
        /** Hand */
        Hand: {
            hand: string;
            /** @default false */
            redo: boolean;
        };
        /** Happening */
        Happening: {
            /** @enum {string} */
            what: "shared" | "dismissed";
        };
        /** Hidden */
        Hidden: {
            compared: number;
            false_share: number;
            marks: components["schemas"]["Mark"][];
            min_n: number;
            strong: number;
        };
        /** Hint */
        Hint: {
            code: string;
            table: string | null;
            text: string;
        };
        /** History */
        History: {
            /** @default [] */
            commits: string[];
            searched: boolean;
        };
        /** Hit */
        Hit: {
            inside: components["schemas"]["Number"];
            name: string;
            outside: components["schemas"]["Number"];
            segment: string;
        };
        /** HourStep */
        HourStep: {
            done: boolean;
            map: string | null;
            /** @enum {string} */
            name: "data" | "map" | "goal" | "owner" | "share";
        };
        /** HowThingsStand */
        HowThingsStand: {
            changed: string[];
            kpis: components["schemas"]["Kpis"];
            reviews: components["schemas"]["ReviewDue"][];
            tasks: components["schemas"]["TasksNow"];
            unwell: string[];
            worst: components["schemas"]["WorstCell"][];
        };
        /** Hypotheses */
        Hypotheses: {
            by_chance: number;
            hypotheses: components["schemas"]["HypothesisView"][];
        };
        /** HypothesisDraft */
        HypothesisDraft: {
            against: string | null;
            expects: string;
            id: string;
            measure: string;
            segment: string;
            /** @default open */
            state: string;
            statement: string;
        };
        /** HypothesisView */
        HypothesisView: {
            against: string | null;
            against_name: string | null;
            before: components["schemas"]["Seen"] | null;
            currency: string | null;
            /** @enum {string} */
            expects: "higher" | "lower";
            id: string;
            measure: string;
            measure_name: string;
            owner: string | null;
            problem: string | null;
            segment: string;
            segment_name: string;
            since: components["schemas"]["Seen"] | null;
            /** @enum {string} */
            state: "open" | "confirmed" | "refuted" | "dropped";
            statement: string;
            /** @enum {null|string} */
            unit: "share" | "seconds" | "money" | "score" | "people" | "events" | "days" | "change" | null;
            written: string | null;
        };
        /** Insight */
        Insight: {
            /** @enum {string} */
            code: "stage_loss" | "segment_gap";
            gain: components["schemas"]["Number"] | null;
            leave_share: components["schemas"]["Number"];
            left: components["schemas"]["Number"];
            split: components["schemas"]["Split"] | null;
            stage: string;
            touchpoint: string;
        };
        /** Invitation */
        Invitation: {
            login: string;
            /** @default  */
            name: string;
            role: string;
        };
        /** Job */
        Job: {
            done: number;
            error: components["schemas"]["JobError"] | null;
            job: string;
            result: components["schemas"]["Loaded"] | null;
            /** @enum {string} */
            state: "waiting" | "working" | "done" | "failed" | "stopped";
            total: number;
            what: string;
        };
        /** JobError */
        JobError: {
            code: string;
            hint: string | null;
            message: string;
        };
        /** JobView */
        JobView: {
            every: number;
            job: string;
            /** @enum {string} */
            kind: "folder" | "mailbox" | "database";
            next: string | null;
            /** @enum {null|string} */
            now: "running" | "wanted" | null;
            place: string;
            runs: components["schemas"]["RunView"][];
            shape: string | null;
        };
        /** Joined */
        Joined: {
            changed: number;
            unchanged: number;
            unknown: number;
        };
        /** JourneySeen */
        JourneySeen: {
            customer: string;
            events: components["schemas"]["EventSeen"][];
            more: number;
            zone: string;
        };
        /** KeepingPoint */
        KeepingPoint: {
            end: string;
            keeping: components["schemas"]["Number"];
            start: string;
        };
        /** KeepingSide */
        KeepingSide: {
            clear: boolean;
            difference: components["schemas"]["Number"];
            inside: components["schemas"]["Number"];
            name: string;
            outside: components["schemas"]["Number"];
            segment: string;
        };
        /** KeptOutView */
        KeptOutView: {
            events: number;
            kind: string;
        };
        /** KeptRule */
        KeptRule: {
            rule: {
                [key: string]: unknown;
            };
            source: string;
        };
        /** KeptTemplate */
        KeptTemplate: {
            id: string;
            map: string;
        };
        /** KeyView */
        KeyView: {
            created: string;
            ends: string;
            id: string;
            revoked: string | null;
            source: string;
        };
        /** KeyWanted */
        KeyWanted: {
            source: string;
        };
        /** KindCount */
        KindCount: {
            journeys: components["schemas"]["Number"];
            /** @enum {string} */
            kind: "missing" | "extra" | "order" | "repeated" | "late";
        };
        /** KnownId */
        KnownId: {
            key: string;
            kind: string;
            since: string | null;
            value: string;
        };
        /** Kpi */
        Kpi: {
            before: components["schemas"]["KpiNumber"] | null;
            currency: string | null;
            description: string | null;
            /** @enum {string} */
            direction: "up" | "down";
            /** @enum {string} */
            evidence: "measured" | "reported";
            formula: string;
            guards: components["schemas"]["Guard"][];
            id: string;
            journeys: boolean;
            left_out: number;
            map: string | null;
            moved: components["schemas"]["Moved"] | null;
            name: string;
            now: components["schemas"]["KpiNumber"] | null;
            owner: string | null;
            problem: string | null;
            question: {
                [key: string]: unknown;
            };
            stage: string | null;
            /** @enum {string} */
            state: "good" | "warn" | "bad" | "none";
            sure: boolean;
            target: number | null;
            touchpoint: string | null;
            trend: components["schemas"]["KpiPoint"][];
            type: string;
            /** @enum {null|string} */
            unit: "share" | "seconds" | "money" | "score" | "people" | "events" | "days" | "change" | null;
            warn_at: number | null;
        };
        /** KpiAt */
        KpiAt: {
            kpi: components["schemas"]["Kpi"];
            stage: string | null;
            touchpoint: string | null;
        };
        /** KpiDraft */
        KpiDraft: {
            fields: {
                [key: string]: unknown;
            };
            id: string;
        };
        /** KpiLane */
        KpiLane: {
            kpis: components["schemas"]["KpiAt"][];
            map: string;
        };
        /** KpiNumber */
        KpiNumber: {
            high: number | null;
            low: number | null;
            n: number;
            of: number;
            too_few: boolean;
            value: number | null;
        };
        /** KpiPart */
        KpiPart: {
            currency: string | null;
            number: components["schemas"]["KpiNumber"];
            value: string;
        };
        /** KpiPoint */
        KpiPoint: {
            date_from: string;
            date_to: string;
            number: components["schemas"]["KpiNumber"];
        };
        /** KpiSplit */
        KpiSplit: {
            by: string;
            others: number;
            own: boolean;
            parts: components["schemas"]["KpiPart"][];
            question: {
                [key: string]: unknown;
            };
        };
        /** Kpis */
        Kpis: {
            as_of: string | null;
            broken: string[];
            date_from: string;
            date_to: string;
            kpis: components["schemas"]["Kpi"][];
            segment: string | null;
        };
        /** KpisSaved */
        KpisSaved: {
            ids: string[];
        };
        /** LaneCell */
        LaneCell: {
            stage: string;
            text: string;
            touchpoint: string | null;
        };
        /** LaneRow */
        LaneRow: {
            cells: components["schemas"]["LaneCell"][];
            id: string;
            name: string | null;
        };
        /** LanguageCount */
        LanguageCount: {
            language: string;
            texts: number;
        };
        /** LinkShown */
        LinkShown: {
            link: string;
        };
        /** LinkUsed */
        LinkUsed: {
            link: string;
            password: string;
        };
        /** LinkView */
        LinkView: {
            /** @enum {string} */
            kind: "invite" | "reset";
            login: string;
            name: string;
        };
        /** LinkWanted */
        LinkWanted: {
            address: string;
            place: string | null;
        };
        /** LoadFile */
        LoadFile: {
            bytes: number;
            name: string;
            rows: number;
            sha256: string;
        };
        /** LoadView */
        LoadView: {
            binned_at: string | null;
            changed: number;
            customers: number;
            /** @enum {string} */
            decision: "ask" | "keep" | "replace";
            duplicates: number;
            events: number;
            files: components["schemas"]["LoadFile"][];
            generated: boolean;
            load_id: string;
            loaded_at: string;
            name: string;
            set_aside: number;
            source: string;
        };
        /** Loaded */
        Loaded: {
            already: boolean;
            /** @default 0 */
            changed: number;
            customers: number;
            /** @default 0 */
            duplicates: number;
            events: number;
            load_id: string;
            /** @default 0 */
            local_times: number;
            /** @default 0 */
            not_kept: number;
            /** @default [] */
            notes: components["schemas"]["Note"][];
            /** @default [] */
            replaced: string[];
            set_aside: number;
            /** @default 0 */
            unclear_times: number;
        };
        /** Loads */
        Loads: {
            loads: components["schemas"]["LoadView"][];
        };
        /** MadePath */
        MadePath: {
            again: string[];
            max_time: {
                [key: string]: string;
            };
            optional: string[];
            path: string[];
        };
        /** MailView */
        MailView: {
            /** @default false */
            has_password: boolean;
            /** @default  */
            host: string;
            /** @default  */
            login: string;
            /** @default 587 */
            port: number;
            ready: boolean;
            /**
             * @default starttls
             * @enum {string}
             */
            security: "starttls" | "tls" | "none";
            /** @default  */
            sender: string;
        };
        /** MailWanted */
        MailWanted: {
            host: string;
            /** @default  */
            login: string;
            password: string | null;
            port: number;
            security: string;
            sender: string;
        };
        /** MapComparison */
        MapComparison: {
            compared: number;
            false_share: number;
            map: string;
            numbers: components["schemas"]["ComparedNumber"][];
            one: components["schemas"]["ComparedSide"];
            other: components["schemas"]["ComparedSide"];
            shared: number;
        };
        /** MapDeed */
        MapDeed: {
            kind: string;
            name: string;
            seq: number;
            time: number;
            words: string[];
        };
        /** MapEntry */
        MapEntry: {
            /** @default [] */
            events: string[];
            id: string;
            level: string;
            parent: string | null;
            state: string;
            status: string;
            title: string;
        };
        /** MapHistory */
        MapHistory: {
            pending: components["schemas"]["MapDeed"][];
            versions: components["schemas"]["MapVersion"][];
        };
        /** MapRemark */
        MapRemark: {
            at: string[];
            done: boolean;
            id: number;
            /** @enum {string} */
            kind: "comment" | "note";
            mentions: string[];
            name: string;
            parent: number | null;
            person: string;
            text: string;
            time: number;
        };
        /** MapText */
        MapText: {
            problems: components["schemas"]["Problem"][];
            text: string;
        };
        /** MapVersion */
        MapVersion: {
            current: boolean;
            hands: string[];
            name: string;
            note: string;
            number: number;
            person: string;
            time: number;
        };
        /** MapView */
        MapView: {
            as_of: string | null;
            /** @enum {string} */
            counts: "people" | "journeys";
            date_from: string;
            date_to: string;
            expectations: string[];
            generation: string;
            goal: components["schemas"]["Goal"] | null;
            id: string;
            insight: components["schemas"]["Insight"] | null;
            journeys: components["schemas"]["Number"];
            known_from: string | null;
            known_to: string | null;
            lanes: string[];
            level: string;
            measures: components["schemas"]["MeasureView"][];
            min_n: number;
            mood: components["schemas"]["MoodTurns"] | null;
            open: components["schemas"]["Number"];
            owner: string | null;
            people: components["schemas"]["Number"];
            persona: components["schemas"]["Persona"] | null;
            problems: components["schemas"]["Problem"][];
            purpose: string | null;
            returns: components["schemas"]["Return"][];
            review_due: string | null;
            review_late: boolean;
            reviewed: string | null;
            /** @default [] */
            rows: components["schemas"]["LaneRow"][];
            scenario: string | null;
            segment: string | null;
            segments: components["schemas"]["SegmentChoice"][];
            stages: components["schemas"]["StageView"][];
            state: string;
            status: string;
            timezone: string;
            title: string;
            tray: components["schemas"]["Tray"];
            trend: components["schemas"]["TrendPoint"][];
            trigger: string | null;
        };
        /** Mark */
        Mark: {
            pointer: string;
            sides: components["schemas"]["Side"][];
        };
        /** Masked */
        Masked: {
            pseudonyms: boolean;
            role: string;
        };
        /** Match */
        Match: {
            /** @enum {string} */
            by: "id" | "email" | "phone" | "order" | "card" | "device" | "name";
            customer: string;
            events: number;
            exact: boolean;
            first: string | null;
            last: string | null;
            text: string;
        };
        /** Matched */
        Matched: {
            events: number;
            events_total: number;
            meant: string[];
            people: number;
            people_total: number;
            unseen: string[];
        };
        /** Matches */
        Matches: {
            complete: boolean;
            matches: components["schemas"]["Match"][];
        };
        /** Matter */
        Matter: {
            about: string | null;
            channel: string | null;
            event: string;
            order: string | null;
            text: string | null;
            time: string;
            waits: boolean;
        };
        /** Me */
        Me: {
            guarded: boolean;
            id: string;
            /** @default false */
            letters: boolean;
            login: string;
            name: string;
            /** @enum {null|string} */
            role: "owner" | "editor" | "analyst" | "agent" | "viewer" | null;
        };
        /** MeasureView */
        MeasureView: {
            /** @enum {null|string} */
            direction: "up" | "down" | null;
            id: string;
            name: string;
            number: components["schemas"]["Number"] | null;
        };
        /** MemberList */
        MemberList: {
            at: string;
            count: number;
            customers: string[];
            segment: string;
        };
        /** Mended */
        Mended: {
            replayed: number;
            waiting: number;
        };
        /** Mention */
        Mention: {
            file: string;
            line: number;
        };
        /** Missing */
        Missing: {
            at: string[];
            name: string;
        };
        /** Moment */
        Moment: {
            also: components["schemas"]["Number"] | null;
            /** @enum {string} */
            kind: "loss" | "wait" | "loop" | "trouble";
            number: components["schemas"]["Number"];
            other: string | null;
            stage: string;
            touchpoint: string | null;
            without: components["schemas"]["Number"] | null;
        };
        /** MoodMonth */
        MoodMonth: {
            emotion: components["schemas"]["Emotion"];
            end: string;
            start: string;
        };
        /** MoodSource */
        MoodSource: {
            high: number | null;
            low: number | null;
            n: number;
            share: number;
            source: string;
            times: number;
            value: number;
        };
        /** MoodTurns */
        MoodTurns: {
            end: string;
            peak: string;
            valley: string;
        };
        /** MoodsView */
        MoodsView: {
            map: string;
            months: components["schemas"]["MoodMonth"][];
            part: string | null;
            segments: components["schemas"]["SegmentMood"][];
        };
        /** Move */
        Move: {
            customer: string;
            event: string;
            segment: string;
            time: string;
        };
        /** Moved */
        Moved: {
            better: boolean;
            clear: boolean;
            high: number;
            low: number;
            relative: number | null;
            value: number;
        };
        /** Moves */
        Moves: {
            changes: components["schemas"]["Move"][];
            cursor: string;
            reset: boolean;
        };
        /** NewKey */
        NewKey: {
            key: string;
            source: string;
        };
        /** NewLink */
        NewLink: {
            /** @enum {string} */
            kind: "invite" | "reset";
            letter: components["schemas"]["Posted"];
            link: string;
            person: string;
        };
        /** NewMap */
        NewMap: {
            id: string;
            text: string;
        };
        /** NewName */
        NewName: {
            id: string;
            name: string;
            number: number;
            /** @default true */
            with_persona: boolean;
        };
        /** NewPassword */
        NewPassword: {
            new: string;
            old: string;
        };
        /** NewQuestion */
        NewQuestion: {
            id: string;
            question: {
                [key: string]: unknown;
            };
            title: string | null;
        };
        /** NewShare */
        NewShare: {
            path: string;
            share: components["schemas"]["ShareView"];
        };
        /** NewTask */
        NewTask: {
            /** @default  */
            customer: string;
            /** @default  */
            due: string;
            /** @default  */
            link: string;
            /** @default  */
            note: string;
            /** @default  */
            owner: string;
            /** @default  */
            ref: string;
            /** @default hand */
            source: string;
            /**
             * @default idea
             * @enum {string}
             */
            status: "idea" | "planned" | "doing" | "done" | "verified" | "dropped";
            title: string;
            watch: components["schemas"]["Watch"] | null;
        };
        /** NewToken */
        NewToken: {
            secret: string;
            token: components["schemas"]["TokenView"];
        };
        /** NotJudged */
        NotJudged: {
            name: string;
            touchpoint: string;
            /** @enum {string} */
            why: "rare" | "same";
        };
        /** NotKept */
        NotKept: {
            messages: number;
            source: string;
        };
        /** Note */
        Note: {
            code: string;
            text: string;
        };
        /** Number */
        Number: {
            behind: string | null;
            /**
             * @default measured
             * @enum {string}
             */
            evidence: "measured" | "reported" | "inferred" | "assumed";
            high: number | null;
            low: number | null;
            n: number;
            of: number | null;
            /** @default false */
            too_few: boolean;
            /** @enum {string} */
            unit: "journeys" | "people" | "events" | "moves" | "share" | "seconds" | "score";
            value: number | null;
        };
        /** OnMap */
        OnMap: {
            map: string;
            pointer: string;
            side: components["schemas"]["Side"];
            title: string;
        };
        /** OpportunityDraft */
        OpportunityDraft: {
            fields: {
                [key: string]: unknown;
            };
            id: string;
        };
        /** OpportunityRow */
        OpportunityRow: {
            business_value: number | null;
            customer_value: number | null;
            description: string | null;
            effort: number | null;
            gain: components["schemas"]["Gain"] | null;
            id: string;
            importance: number | null;
            map: string | null;
            measure: string | null;
            /** @enum {null|string} */
            need: "served" | "neutral" | "solid" | "major" | null;
            owner: string | null;
            problem: string | null;
            satisfaction: number | null;
            score: number | null;
            stage: string | null;
            /** @enum {string} */
            status: "idea" | "planned" | "doing" | "done" | "verified" | "dropped";
            title: string;
            touchpoint: string | null;
            value: number | null;
        };
        /** Option */
        Option: {
            column: string;
            confidence: number;
            reason: string;
        };
        /** Outcome */
        Outcome: {
            code: string | null;
            hint: string | null;
            key: string;
            message: string | null;
            name: string | null;
            /** @enum {string} */
            outcome: "done" | "conflict" | "gone" | "refused";
            theirs: unknown;
            time: number | null;
        };
        /** OutcomeChoice */
        OutcomeChoice: {
            n: number;
            of: string;
        };
        /** Overview */
        Overview: {
            as_of: string | null;
            currency: string | null;
            customers: number;
            events: components["schemas"]["EventKind"][];
            events_total: number;
            first: string | null;
            generation: string;
            languages: string[];
            /** @enum {string} */
            made_up: "none" | "some" | "all";
            maps: components["schemas"]["MapEntry"][];
            min_n: number;
            name: string;
            segments: components["schemas"]["SegmentEntry"][];
            timezone: string;
        };
        /** Owned */
        Owned: {
            id: string;
            kind: string;
            places: number;
            title: string;
        };
        /** PageWanted */
        PageWanted: {
            address: string;
            /** @enum {string} */
            page: "check-in" | "tally";
            place: string;
        };
        /** Part */
        Part: {
            document: {
                [key: string]: unknown;
            };
            text: string;
        };
        /** PartBy */
        PartBy: {
            /** @enum {string} */
            by: "touchpoint" | "segment" | "week" | "version" | "channel" | "language";
            parts: components["schemas"]["ScorePart"][];
        };
        /** PastAlert */
        PastAlert: {
            alert: string;
            began: string;
            ended: string | null;
            failed: string;
            limit: number | null;
            sent: string;
            value: number;
            why: string;
        };
        /** PathStop */
        PathStop: {
            optional: boolean;
            touchpoint: string;
        };
        /** PersonView */
        PersonView: {
            access: components["schemas"]["Access"];
            created: string;
            has_password: boolean;
            id: string;
            login: string;
            mine: boolean;
            name: string;
            /** @enum {string} */
            role: "owner" | "editor" | "analyst" | "agent" | "viewer";
            waiting: string | null;
            /** @enum {null|string} */
            waiting_for: "invite" | "reset" | null;
        };
        /** Persona */
        Persona: {
            id: string;
            name: string;
            quote: string | null;
        };
        /** PersonaEntry */
        PersonaEntry: {
            channels: string[];
            customers: number | null;
            evidence: string;
            goals: string[];
            id: string;
            motives: string[];
            name: string;
            needs: string[];
            notes: string | null;
            of: number;
            owner: string | null;
            pains: string[];
            problem: string | null;
            quote: string | null;
            segment: string | null;
            segment_name: string | null;
        };
        /** PlaceWanted */
        PlaceWanted: {
            address: string;
            name: string;
        };
        /** PlacesKept */
        PlacesKept: {
            places: string[];
        };
        /** PlanView */
        PlanView: {
            drifts: components["schemas"]["Drift"][];
            events: number | null;
            looked_at: number;
            more: number;
            problem: string | null;
        };
        /** Posted */
        Posted: {
            /** @enum {string} */
            state: "sent" | "not_sent" | "failed";
            /** @default  */
            why: string;
        };
        /** Preview */
        Preview: {
            at: string;
            customers: number;
            joined: string;
            parts: components["schemas"]["Part"][];
            remarks: components["schemas"]["Remark"][];
            rule: string;
            sample: string[];
            size: number;
        };
        /** Problem */
        Problem: {
            code: string;
            hint: string | null;
            /** @enum {string} */
            level: "error" | "warning";
            line: number | null;
            message: string;
        };
        /** Profile */
        Profile: {
            as_of: string | null;
            computed: components["schemas"]["ComputedTrait"][];
            consents: components["schemas"]["Consent"][];
            currency: string;
            customer: string;
            events: number;
            first: string | null;
            ids: string[];
            last: string | null;
            matters: components["schemas"]["Matter"][];
            segments: components["schemas"]["SegmentOfHers"][];
            switches: components["schemas"]["Switches"];
            traits: components["schemas"]["SaidTrait"][];
        };
        /** Proposal */
        Proposal: {
            after: string | null;
            aside: components["schemas"]["ProposedStop"][];
            /** @constant */
            evidence: "measured";
            finals: string[];
            goal: string | null;
            id: string;
            moments: components["schemas"]["Moment"][];
            problems: components["schemas"]["Problem"][];
            quality: components["schemas"]["Quality"];
            silence: string | null;
            stages: components["schemas"]["ProposedStage"][];
            starts: string[];
            text: string;
            title: string;
            view: components["schemas"]["MapView"];
        };
        /** ProposalsView */
        ProposalsView: {
            dismissed: number;
            map: string;
            proposals: components["schemas"]["Proposed"][];
        };
        /** Proposed */
        Proposed: {
            earlier: components["schemas"]["Number"] | null;
            edit: components["schemas"]["Edit"];
            events: string[];
            following: string | null;
            key: string;
            /** @enum {string} */
            kind: "add" | "silent" | "unknown";
            last: string | null;
            meant: string | null;
            name: string;
            previous: string | null;
            share: components["schemas"]["Number"] | null;
            stage: string;
            touchpoint: string;
        };
        /** ProposedStage */
        ProposedStage: {
            id: string;
            name: string;
            touchpoints: components["schemas"]["ProposedStop"][];
        };
        /** ProposedStop */
        ProposedStop: {
            alternatives: string[];
            channel: string | null;
            events: number;
            id: string;
            name: string;
            people: number;
            place: number;
            reach: components["schemas"]["Number"] | null;
            /** @enum {null|string} */
            reason: "technical" | "rare" | "no_room" | "discarded" | null;
            rule: string;
            share: components["schemas"]["Number"] | null;
            /** @enum {string} */
            why: "goal" | "begins" | "trouble" | "known" | "frequent";
        };
        /** Published */
        Published: {
            version: number;
        };
        /** Publishing */
        Publishing: {
            hand: string;
            /** @default  */
            note: string;
        };
        /** PurposeView */
        PurposeView: {
            allowed: number;
            id: string;
            name: string;
            refused: number;
            without_word: boolean;
        };
        /** Quality */
        Quality: {
            coverage: components["schemas"]["Number"];
            kinds: number;
            kinds_used: number;
            remarks: ("few_kinds" | "few_customers" | "low_coverage" | "outside" | "no_goal" | "own_words" | "one_stage")[];
            whole: components["schemas"]["Number"];
        };
        /** Question */
        Question: {
            choices: string[];
            /** @enum {string} */
            code: "who_column" | "when_column" | "date_order";
            columns: string[];
            option: string;
            table: string;
            text: string;
        };
        /** QuestionEntry */
        QuestionEntry: {
            analysis: string;
            id: string;
            problems: components["schemas"]["Problem"][];
            title: string;
        };
        /** QuestionResult */
        QuestionResult: {
            ask: string;
            counts: components["schemas"]["Count"][];
            id: string;
            n: number;
            parts: components["schemas"]["PartBy"][];
            score: components["schemas"]["Score"] | null;
            text: string;
        };
        /** QuestionText */
        QuestionText: {
            problems: components["schemas"]["Problem"][];
            text: string;
        };
        /** Rate */
        Rate: {
            high: number | null;
            low: number | null;
            n: number;
            of: number;
            too_few: boolean;
            value: number | null;
        };
        /** ReadingView */
        ReadingView: {
            jobs: components["schemas"]["JobView"][];
            problems: components["schemas"]["BadJob"][];
        };
        /** Ready */
        Ready: {
            events: number | null;
            ready: boolean;
        };
        /** Reason */
        Reason: {
            count: number;
            events: components["schemas"]["Witness"][];
            met: boolean;
            parts: components["schemas"]["Reason"][];
            rule: string;
        };
        /** RecordEntry */
        RecordEntry: {
            about: string;
            customer: string;
            name: string;
            person: string;
            seq: number;
            status: number;
            time: string;
            via: string;
            what: string;
        };
        /** RecordPage */
        RecordPage: {
            entries: components["schemas"]["RecordEntry"][];
            next: number | null;
        };
        /** Recorded */
        Recorded: {
            pages: components["schemas"]["RecordedPage"][];
            recordings: components["schemas"]["Recording"][];
        };
        /** RecordedPage */
        RecordedPage: {
            clicks: number;
            heat: number;
            page: string;
            rage_clicks: number;
            recordings: number;
            source: string;
        };
        /** Recording */
        Recording: {
            began: string;
            bytes: number;
            customer: string;
            ended: string;
            pages: string[];
            parts: number;
            session: string;
            source: string;
        };
        /** Refusal */
        Refusal: {
            code: string;
            hint: string;
            message: string;
        };
        /** Refusals */
        Refusals: {
            claims: number;
            rule: string;
        };
        /** Remark */
        Remark: {
            code: string;
            hint: string | null;
            message: string;
        };
        /** Removed */
        Removed: {
            documents: components["schemas"]["Binned"][];
            kept: string[];
            loads: string[];
        };
        /** RemovedEvents */
        RemovedEvents: {
            files: number;
            log: number;
            rows: number;
        };
        /** Report */
        Report: {
            amounts: components["schemas"]["Against"][];
            at: string | null;
            customers: components["schemas"]["Number"];
            description: string | null;
            less: components["schemas"]["Tell"][];
            maps: components["schemas"]["OnMap"][];
            more: components["schemas"]["Tell"][];
            name: string;
            segment: string;
            traits: components["schemas"]["Tell"][];
        };
        /** Results */
        Results: {
            answered: components["schemas"]["Rate"];
            careful: components["schemas"]["Careful"][];
            date_from: string | null;
            date_to: string | null;
            finished: components["schemas"]["Rate"];
            id: string;
            min_n: number;
            name: string;
            questions: components["schemas"]["QuestionResult"][];
            segment: string | null;
            shown: number;
            /** @enum {string} */
            state: "draft" | "early" | "open" | "closed";
            version: number;
        };
        /** Retention */
        Retention: {
            rules: components["schemas"]["Due"][];
        };
        /** Return */
        Return: {
            journeys: components["schemas"]["Number"];
            moves: components["schemas"]["Number"];
            origin: string;
            target: string;
        };
        /** ReviewDue */
        ReviewDue: {
            due: string;
            late: boolean;
            map: string;
            owner: string | null;
            reviewed: string | null;
            title: string;
        };
        /** Role */
        Role: {
            alternatives: components["schemas"]["Option"][];
            columns: string[];
            confidence: number;
            reason: string;
            table: string;
        };
        /** RoleWanted */
        RoleWanted: {
            role: string;
        };
        /** RowOfTraits */
        RowOfTraits: {
            key: string;
            traits: {
                [key: string]: string | number | boolean;
            };
        };
        /** RuleToMatch */
        RuleToMatch: {
            match: {
                [key: string]: unknown;
            };
        };
        /** RuleToTry */
        RuleToTry: {
            rule: string;
        };
        /** RulesText */
        RulesText: {
            rules: string;
        };
        /** RunView */
        RunView: {
            began: string;
            ended: string;
            events: number;
            loads: number;
            said: string | null;
            /** @enum {string} */
            state: "loaded" | "nothing_new" | "failed";
        };
        /** Said */
        Said: {
            /** @default [] */
            at: string[];
            /**
             * @default comment
             * @enum {string}
             */
            kind: "comment" | "note";
            parent: number | null;
            text: string;
        };
        /** SaidTrait */
        SaidTrait: {
            message_id: string;
            name: string;
            source: string;
            time: string;
            type: string;
            value: string | number | boolean;
            was: string | null;
        };
        /** Saved */
        Saved: {
            id: string;
        };
        /** SavedMap */
        SavedMap: {
            id: string;
        };
        /** SavedSurvey */
        SavedSurvey: {
            id: string;
        };
        /** Score */
        Score: {
            definition: string;
            high: number | null;
            low: number | null;
            n: number;
            /** @default false */
            too_few: boolean;
            value: number | null;
        };
        /** ScorePart */
        ScorePart: {
            key: string;
            score: components["schemas"]["Score"];
        };
        /** Seen */
        Seen: {
            date_from: string;
            date_to: string;
            gap: number | null;
            here: components["schemas"]["KpiNumber"] | null;
            high: number | null;
            low: number | null;
            there: components["schemas"]["KpiNumber"] | null;
            /** @enum {string} */
            verdict: "for" | "against" | "unclear" | "too_few";
        };
        /** SegmentChoice */
        SegmentChoice: {
            description: string | null;
            id: string;
            name: string;
            people: components["schemas"]["Number"];
        };
        /** SegmentEntry */
        SegmentEntry: {
            id: string;
            name: string;
        };
        /** SegmentMood */
        SegmentMood: {
            emotion: components["schemas"]["Emotion"];
            name: string;
            segment: string;
        };
        /** SegmentOfHers */
        SegmentOfHers: {
            id: string;
            name: string;
        };
        /** SegmentProblem */
        SegmentProblem: {
            code: string;
            file: string;
            hint: string | null;
            level: string;
            line: number;
            message: string;
        };
        /** SegmentRow */
        SegmentRow: {
            description: string | null;
            document: {
                [key: string]: unknown;
            } | null;
            id: string;
            kind: string;
            name: string;
            problems: components["schemas"]["SegmentProblem"][];
            rule: string | null;
            share: number | null;
            size: number | null;
        };
        /** SessionView */
        SessionView: {
            client: string;
            created: string;
            id: string;
            mine: boolean;
            seen: string;
        };
        /** SetAside */
        SetAside: {
            /** @default not_understood */
            code: string;
            event: string | null;
            field: string | null;
            file: string | null;
            load_id: string | null;
            message_id: string | null;
            protocol: string | null;
            raw: string | null;
            reason: string;
            row: number | null;
            source: string;
            value: string | null;
        };
        /** SettingView */
        SettingView: {
            meaning: string;
            name: string;
            origin: string;
            value: string;
        };
        /** Settled */
        Settled: {
            done: boolean;
        };
        /** ShareView */
        ShareView: {
            created: string;
            expires: string;
            frames: string[];
            id: string;
            language: string;
            map: string;
            numbers: boolean;
            opened: string | null;
            person: string;
            segment: string | null;
        };
        /** SharedFor */
        SharedFor: {
            /** @default 30 */
            days: number;
            /** @default [] */
            frames: string[];
            /** @default en */
            lang: string;
            /** @default true */
            numbers: boolean;
            segment: string | null;
        };
        /** Shelf */
        Shelf: {
            at: string;
            customers: number;
            segments: components["schemas"]["SegmentRow"][];
        };
        /** ShopPage */
        ShopPage: {
            address: string;
            /** @enum {string} */
            page: "check-in" | "tally";
            place: string;
            source: string;
        };
        /** ShopView */
        ShopView: {
            address: string | null;
            buttons: (string | {
                [key: string]: string;
            })[];
            name: string | {
                [key: string]: string;
            } | null;
            places: string[];
            problem: string | null;
        };
        /** Side */
        Side: {
            chance: number;
            difference: components["schemas"]["Number"];
            inside: components["schemas"]["Number"];
            name: string;
            outside: components["schemas"]["Number"];
            segment: string;
        };
        /** SideCount */
        SideCount: {
            /** @enum {string} */
            label: "unread" | "unknown" | "negative" | "neutral" | "positive" | "mixed";
            texts: number;
        };
        /** SignIn */
        SignIn: {
            login: string;
            password: string;
        };
        /** SixSteps */
        SixSteps: {
            complete: components["schemas"]["Completeness"];
            map: string;
            proposals: components["schemas"]["StepProposal"][];
        };
        /** Size */
        Size: {
            customers: number;
            ids: number;
        };
        /** SmallMap */
        SmallMap: {
            clear: boolean;
            difference: components["schemas"]["Number"] | null;
            goal: components["schemas"]["Number"] | null;
            journeys: components["schemas"]["Number"];
            name: string | null;
            people: components["schemas"]["Number"];
            segment: string | null;
            stages: components["schemas"]["SmallStage"][];
        };
        /** SmallMaps */
        SmallMaps: {
            compared: number;
            date_from: string;
            date_to: string;
            false_share: number;
            goal: string | null;
            map: string;
            maps: components["schemas"]["SmallMap"][];
        };
        /** SmallStage */
        SmallStage: {
            conversion: components["schemas"]["Number"] | null;
            id: string;
            lost: components["schemas"]["Number"];
            name: string;
            open: components["schemas"]["Number"];
            reached: components["schemas"]["Number"];
            won: components["schemas"]["Number"];
        };
        /** SourceView */
        SourceView: {
            hours: number[];
            kept_out: components["schemas"]["KeptOutView"][];
            keys: components["schemas"]["KeyView"][];
            last: string | null;
            loaded: number;
            loads: number;
            messages: number;
            set_aside: number;
            source: string;
            unfollowed: number;
        };
        /** SourcesView */
        SourcesView: {
            accounts: components["schemas"]["AccountView"][];
            count_bots: boolean;
            count_tests: boolean;
            domains: string[];
            networks: string[];
            plan: components["schemas"]["PlanView"];
            problem: string | null;
            since: string;
            sources: components["schemas"]["SourceView"][];
        };
        /** Split */
        Split: {
            clear: boolean;
            difference: components["schemas"]["Number"];
            inside: components["schemas"]["Number"];
            name: string;
            outside: components["schemas"]["Number"];
            segment: string;
        };
        /** Spoken */
        Spoken: {
            allowed: boolean;
            how: string;
            purpose: string;
        };
        /** SqlAnswer */
        SqlAnswer: {
            columns: components["schemas"]["SqlColumn"][];
            more: boolean;
            rows: unknown[][];
            took_ms: number;
        };
        /** SqlAsked */
        SqlAsked: {
            /** @default 1000 */
            limit: number;
            sql: string;
        };
        /** SqlColumn */
        SqlColumn: {
            name: string;
            type: string;
        };
        /** StageView */
        StageView: {
            conversion: components["schemas"]["Number"] | null;
            customer_goal: string | null;
            /** @default [] */
            details: components["schemas"]["Detail"][];
            emotion: components["schemas"]["Emotion"];
            id: string;
            lost: components["schemas"]["Number"];
            /** @default [] */
            measures: components["schemas"]["MeasureView"][];
            median_seconds: components["schemas"]["Number"];
            name: string;
            open: components["schemas"]["Number"];
            owner: string | null;
            p90_seconds: components["schemas"]["Number"];
            reached: components["schemas"]["Number"];
            short: string;
            skipped: components["schemas"]["Number"];
            split: components["schemas"]["Split"] | null;
            touchpoints: components["schemas"]["TouchpointView"][];
            visited: components["schemas"]["Number"];
            won: components["schemas"]["Number"];
        };
        /** Standing */
        Standing: {
            map: string;
            /** @enum {string} */
            outcome: "reached" | "lost" | "open";
            stage: string | null;
            time: string;
            title: string;
            touchpoint: string | null;
        };
        /** Started */
        Started: {
            job: string;
        };
        /** Step */
        Step: {
            journeys: components["schemas"]["Number"];
            touchpoint: string | null;
        };
        /** StepProposal */
        StepProposal: {
            about: string | null;
            edits: components["schemas"]["Edit"][];
            id: string;
            n: number | null;
            name: string;
            of: number | null;
            /** @enum {string} */
            step: "persona" | "touchpoints" | "goals" | "obstacles" | "focus" | "removal";
            value: number | null;
            /** @enum {string} */
            why: "persona" | "segment" | "whole" | "unmapped" | "goal" | "target" | "expectations" | "lost" | "fix";
        };
        /** Still */
        Still: {
            code: string;
            field: string | null;
            reason: string;
            rows: number;
        };
        /** StopFriction */
        StopFriction: {
            journeys: components["schemas"]["Number"];
            parts: components["schemas"]["FrictionPart"][];
            touchpoint: string;
        };
        /** Summary */
        Summary: {
            customers: number;
            decisions: number;
            ids: number;
            joined: number;
            limits: {
                [key: string]: string;
            };
            merges: number;
            proposals: number;
            refused: components["schemas"]["Refusals"][];
            sizes: components["schemas"]["Size"][];
        };
        /** Suppressed */
        Suppressed: {
            ids: string[];
        };
        /** SuppressedWanted */
        SuppressedWanted: {
            ids: string[];
        };
        /** SurveyFields */
        SurveyFields: {
            fields: {
                [key: string]: unknown;
            };
        };
        /** SurveyLink */
        SurveyLink: {
            address: string;
            place: string | null;
            source: string;
            survey: string;
        };
        /** SurveyRow */
        SurveyRow: {
            answered: components["schemas"]["Rate"];
            ask: string | null;
            id: string;
            last: string | null;
            name: string;
            questions: number;
            score: components["schemas"]["Score"] | null;
            shown: number;
            /** @enum {string} */
            state: "draft" | "early" | "open" | "closed";
            touchpoint: string | null;
            where: string[];
        };
        /** Surveys */
        Surveys: {
            broken: components["schemas"]["BrokenSurvey"][];
            surveys: components["schemas"]["SurveyRow"][];
        };
        /** Switches */
        Switches: {
            contacts: number;
            repeated: number;
            switches: number;
            without_repeat: number | null;
        };
        /** TableOfTraits */
        TableOfTraits: {
            rows: components["schemas"]["RowOfTraits"][];
            table: string;
        };
        /** TableSeen */
        TableSeen: {
            columns: components["schemas"]["ColumnSeen"][];
            files: string[];
            first_rows: (string | null)[][];
            name: string;
            rows: number;
            sheet: string | null;
            use: string;
        };
        /** TableWanted */
        TableWanted: {
            as_of?: string | null;
            columns: components["schemas"]["Column"][];
            /**
             * @default xlsx
             * @enum {string}
             */
            format: "xlsx" | "csv";
            /** @default en */
            language: string;
            n?: number | null;
            name: string;
            question?: {
                [key: string]: unknown;
            } | null;
            rows: (string | number | boolean | null)[][];
        };
        /** Talk */
        Talk: {
            remarks: components["schemas"]["MapRemark"][];
        };
        /** TargetAction */
        TargetAction: {
            at_least: number | null;
            rate: components["schemas"]["Number"];
            text: string;
        };
        /** Task */
        Task: {
            changed: string;
            created: string;
            customer: string;
            due: string;
            id: number;
            link: string;
            note: string;
            overdue: boolean;
            owner: string;
            ref: string;
            reopened: number;
            source: string;
            /** @enum {string} */
            status: "idea" | "planned" | "doing" | "done" | "verified" | "dropped";
            title: string;
            watch: components["schemas"]["Watch"] | null;
        };
        /** TaskChange */
        TaskChange: {
            due: string | null;
            note: string | null;
            owner: string | null;
            status: string | null;
            title: string | null;
            watch: components["schemas"]["Watch"] | null;
        };
        /** TaskStep */
        TaskStep: {
            by: string;
            field: string;
            is_now: string;
            time: string;
            was: string;
        };
        /** TasksNow */
        TasksNow: {
            came_back: number;
            first: components["schemas"]["Task"][];
            open: number;
            overdue: number;
            verified: number;
        };
        /** Tell */
        Tell: {
            answer: string;
            elsewhere: number;
            here: number;
            high: number;
            hours: number;
            kind: string;
            low: number;
            name: string;
        };
        /** Template */
        Template: {
            about: string | null;
            id: string;
            name: string;
            own: boolean;
            stages: string[];
            touchpoints: number;
        };
        /** TextFound */
        TextFound: {
            alike: number | null;
            name: string | null;
            theme: string | null;
            voice: components["schemas"]["Voice"];
        };
        /** TextsView */
        TextsView: {
            items: components["schemas"]["TextFound"][];
            masked: boolean;
            next: string | null;
            total: number;
        };
        /** TheDecision */
        TheDecision: {
            at: string;
            back: number | null;
            holds: boolean;
            id: number;
            ids: components["schemas"]["KnownId"][][];
            kind: string;
            merge: string | null;
            who: string;
        };
        /** TheMerge */
        TheMerge: {
            at: string;
            dropped: components["schemas"]["KnownId"][];
            how: string;
            id: string;
            ids: components["schemas"]["KnownId"][][];
            into: string;
            message: string;
            parts: string[];
            sizes: number[];
            source: string;
        };
        /** TheMerges */
        TheMerges: {
            count: number;
            merges: components["schemas"]["TheMerge"][];
            skipped: number;
        };
        /** TheProposal */
        TheProposal: {
            by: string;
            claimants: number;
            id: components["schemas"]["KnownId"];
        };
        /** ThemePlace */
        ThemePlace: {
            map: string;
            name: string;
            texts: number;
            title: string;
            touchpoint: string;
        };
        /** ThemeRise */
        ThemeRise: {
            before: number;
            days: number;
            new: boolean;
            share: number;
        };
        /** ThemeView */
        ThemeView: {
            customers: number;
            key: string;
            language: string;
            languages: components["schemas"]["LanguageCount"][];
            months: number[];
            name: string;
            places: components["schemas"]["ThemePlace"][];
            polarity: number | null;
            quote: string;
            rise: components["schemas"]["ThemeRise"] | null;
            share: number;
            texts: number;
            words: {
                [key: string]: string[];
            };
        };
        /** ThemesView */
        ThemesView: {
            looking: boolean;
            masked: boolean;
            month_texts: number[];
            months: string[];
            other: number;
            read: number;
            texts: number;
            themes: components["schemas"]["ThemeView"][];
            touchpoint: string | null;
            waiting: number;
        };
        /** Timeline */
        Timeline: {
            customer: string;
            events: components["schemas"]["TimelineEvent"][];
            first: string | null;
            journeys: components["schemas"]["TimelineJourney"][];
            last: string | null;
            map: string | null;
            standings: components["schemas"]["Standing"][];
            title: string | null;
            total: number;
        };
        /** TimelineEvent */
        TimelineEvent: {
            assumed: boolean;
            channel: string | null;
            event: string;
            journey: number | null;
            mood: number | null;
            properties: {
                [key: string]: string | number | boolean;
            };
            stage: string | null;
            time: string;
            touchpoint: string | null;
        };
        /** TimelineJourney */
        TimelineJourney: {
            ended: string | null;
            number: number;
            /** @enum {string} */
            outcome: "reached" | "lost" | "open";
            started: string;
        };
        /** TokenView */
        TokenView: {
            created: string;
            ends: string;
            expires: string | null;
            id: string;
            name: string;
            scopes: ("read" | "ask" | "write" | "admin")[];
            used: string | null;
        };
        /** TokenWanted */
        TokenWanted: {
            days: number | null;
            name: string;
            scopes: string[];
        };
        /** TouchpointView */
        TouchpointView: {
            /** @default [] */
            asked: components["schemas"]["AskedView"][];
            barriers: components["schemas"]["Barrier"][];
            before: components["schemas"]["Step"][];
            channel: string;
            criticality: string | null;
            /** @default [] */
            details: components["schemas"]["Detail"][];
            emotion: components["schemas"]["Emotion"];
            goal_rate: components["schemas"]["Number"];
            goal_rate_without: components["schemas"]["Number"];
            id: string;
            lost: components["schemas"]["Number"];
            moment_of_truth: boolean;
            motivation: string | null;
            name: string;
            next: components["schemas"]["Step"][];
            open: components["schemas"]["Number"];
            people: components["schemas"]["Number"];
            reach: components["schemas"]["Number"];
            rule: string;
            share: components["schemas"]["Number"];
            short: string;
            target_action: components["schemas"]["TargetAction"] | null;
            thinks: string | null;
            tool: string | null;
            visits: components["schemas"]["Number"];
        };
        /** Tray */
        Tray: {
            coverage: components["schemas"]["Number"];
            events: components["schemas"]["TrayEvent"][];
            outside: components["schemas"]["Number"];
        };
        /** TrayEvent */
        TrayEvent: {
            event: string;
            events: components["schemas"]["Number"];
            people: components["schemas"]["Number"];
            /** @enum {string} */
            reason: "no_touchpoint" | "outside_journeys";
        };
        /** Trend */
        Trend: {
            points: components["schemas"]["segments_trend_Point"][];
            segment: string;
        };
        /** TrendPoint */
        TrendPoint: {
            complete: boolean;
            end: string;
            rate: components["schemas"]["Number"];
            start: string;
        };
        /** Try */
        Try: {
            to: string;
        };
        /** Undo */
        Undo: {
            undo: string | null;
            which: components["schemas"]["Which"];
        };
        /** Unloaded */
        Unloaded: {
            already: boolean;
            load: components["schemas"]["LoadView"];
        };
        /** Uploaded */
        Uploaded: {
            bytes: number;
            name: string;
            upload: string;
            whole: boolean;
        };
        /** VersionStage */
        VersionStage: {
            id: string;
            lines: string[];
            name: string;
            /** @enum {string} */
            state: "same" | "added" | "removed" | "moved" | "changed";
            touchpoints: components["schemas"]["VersionStop"][];
        };
        /** VersionStop */
        VersionStop: {
            id: string;
            lines: string[];
            name: string;
            /** @enum {string} */
            state: "same" | "added" | "removed" | "moved" | "changed";
        };
        /** Voice */
        Voice: {
            customer: string | null;
            emotions: string[];
            event: string;
            /** @enum {string} */
            label: "unread" | "unknown" | "negative" | "neutral" | "positive" | "mixed";
            language: string | null;
            polarity: number | null;
            text: string;
            time: string;
            whole: boolean;
        };
        /** Voices */
        Voices: {
            items: components["schemas"]["Voice"][];
            masked: boolean;
            next: string | null;
            sides: components["schemas"]["SideCount"][];
            total: number;
            touchpoint: string;
        };
        /** Wait */
        Wait: {
            median: components["schemas"]["Number"];
            most_seconds: number;
            origin: string;
            target: string;
        };
        /** WantedMood */
        WantedMood: {
            actual: components["schemas"]["Emotion"];
            touchpoint: string;
            wanted: number;
        };
        /** Watch */
        Watch: {
            /** @default 0 */
            at: number;
            before: number | null;
            /**
             * @default up
             * @enum {string}
             */
            direction: "up" | "down";
            goal: number;
            high: number | null;
            low: number | null;
            measure: string;
            /** @default  */
            segment: string;
            value: number | null;
        };
        /** Which */
        Which: {
            code: string | null;
            field: string | null;
            file: string | null;
            ids: string[] | null;
            load: string | null;
            source: string | null;
        };
        /** WhoIsWho */
        WhoIsWho: {
            decisions: components["schemas"]["TheDecision"][];
            proposals: components["schemas"]["TheProposal"][];
            rules: string;
            summary: components["schemas"]["Summary"];
        };
        /** Why */
        Why: {
            at: string;
            customer: string;
            member: boolean;
            reason: components["schemas"]["Reason"];
            seen: boolean;
            segment: string;
            until: string | null;
        };
        /** WhyNot */
        WhyNot: {
            reason: string;
        };
        /** Wish */
        Wish: {
            /** @default  */
            bunch: string;
            edit: components["schemas"]["Edit"];
            key: string;
        };
        /** Witness */
        Witness: {
            event: string;
            message_id: string;
            source: string;
            time: string;
        };
        /** WorkspaceEntry */
        WorkspaceEntry: {
            address: string;
            generated: boolean;
            here: boolean;
            id: string;
            name: string;
        };
        /** WorstCell */
        WorstCell: {
            left: components["schemas"]["Number"];
            map: string;
            owner: string | null;
            share: components["schemas"]["Number"];
            stage: string;
            stage_name: string;
            title: string;
            touchpoint: string | null;
            touchpoint_name: string | null;
        };
        /** Looked */
        alerts_looking_Looked: {
            alert: string;
            /** @default [] */
            failed: string[];
            limit: number | null;
            name: string;
            new: boolean;
            /** @default  */
            problem: string;
            /** @default [] */
            sent: string[];
            value: number | null;
            why: string;
        };
        /** Looked */
        api_identity_Looked: {
            rules: string | null;
            /** @default  */
            undo: string;
        };
        /** Point */
        maps_complete_Point: {
            filled: number;
            missing: components["schemas"]["Missing"][];
            name: string;
            of: number;
            /** @enum {string} */
            step: "persona" | "touchpoints" | "goals" | "obstacles" | "focus" | "removal";
        };
        /** Point */
        segments_trend_Point: {
            at: string;
            customers: number;
            size: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    ApiAccessPeopleAsynccallable: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Everybody"];
                };
            };
        };
    };
    ApiAccessPeopleInvite: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Invitation"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewLink"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiAccessPeoplePersonRemove: {
        parameters: {
            query?: {
                to?: string | null;
            };
            header?: never;
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Everybody"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiAccessPeoplePersonLinkNewLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewLink"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiAccessPeoplePersonOwnedOwned: {
        parameters: {
            query?: {
                lang?: string;
            };
            header?: never;
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Belongings"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiAccessPeoplePersonRoleSetRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleWanted"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Everybody"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiAccessRecordRecord: {
        parameters: {
            query?: {
                before?: number | null;
                person?: string | null;
                customer?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordPage"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiAccessSessionsEndSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Everybody"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiAccessTokensRevokeToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Everybody"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiAlertsAlertsNow: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["alerts_looking_Looked"][];
                };
            };
        };
    };
    ApiAlertsDigestDigestNow: {
        parameters: {
            query: {
                owner: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DigestShown"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiAlertsDocumentsAsynccallable: {
        parameters: {
            query?: {
                lang?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertShelf"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiAlertsDocumentsPutAlert: {
        parameters: {
            query?: {
                lang?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AlertDraft"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertRow"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiAlertsHistoryAlertHistory: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PastAlert"][];
                };
            };
        };
    };
    ApiAlertsLookLookNow: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["alerts_looking_Looked"][];
                };
            };
        };
    };
    ApiAlertsPlacesAsynccallable: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlacesKept"];
                };
            };
        };
    };
    ApiAlertsPlacesSetPlace: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlaceWanted"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlacesKept"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiAlertsTryTriedAlert: {
        parameters: {
            query?: {
                lang?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AlertDraft"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["alerts_looking_Looked"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiAskAskQuestion: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    ApiAtlasAllMaps: {
        parameters: {
            query?: {
                lang?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AtlasPlace"][];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiAtlasMapIdAtlasRow: {
        parameters: {
            query?: {
                lang?: string;
            };
            header?: never;
            path: {
                map_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AtlasRow"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiBarriersWorkspaceBarriers: {
        parameters: {
            query?: {
                lang?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BarriersView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiBinBinView: {
        parameters: {
            query?: {
                lang?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bin"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiBinEntryRestoreRestoreDocument: {
        parameters: {
            query?: {
                lang?: string;
            };
            header?: never;
            path: {
                entry: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Binned"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiBringBringMap: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BroughtFile"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Brought"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiChannelsChannelsCompared: {
        parameters: {
            query?: {
                /** @description Of the members of a segment; everybody without it. */
                segment?: string | null;
                /** @description A day; the 28 days up to the newest event without any. */
                date_from?: string | null;
                /** @description A day; the 28 days up to the newest event without any. */
                date_to?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Channels"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiConsentWhatIsAllowed: {
        parameters: {
            query?: {
                lang?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsentView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiCustomersListCustomers: {
        parameters: {
            query?: {
                search?: string | null;
                /** @description An id of a customer. */
                id?: string | null;
                after?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerPage"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiCustomersCustomerTimeline: {
        parameters: {
            query?: {
                /** @description A map's id: marks its touchpoints. */
                map?: string | null;
                lang?: string;
                limit?: number;
            };
            header?: never;
            path: {
                customer: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Timeline"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiCustomersConsentsAsynccallable: {
        parameters: {
            query?: {
                lang?: string;
            };
            header?: never;
            path: {
                customer: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Consent"][];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiCustomersConsentsWriteConsentDown: {
        parameters: {
            query?: {
                lang?: string;
            };
            header?: never;
            path: {
                customer: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Spoken"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Consent"][];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiCustomersFileCustomerFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customer: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": string;
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiCustomersProfileCustomerProfile: {
        parameters: {
            query?: {
                lang?: string;
            };
            header?: never;
            path: {
                customer: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Profile"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiDocumentsKindDeleteDocument: {
        parameters: {
            query?: {
                lang?: string;
            };
            header?: never;
            path: {
                kind: string;
                document: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Binned"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiDocumentsKindDependentsDocumentDependents: {
        parameters: {
            query?: {
                lang?: string;
            };
            header?: never;
            path: {
                kind: string;
                document: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dependents"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiErasuresEraseCustomers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Erasure"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasureReport"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiEventsAcceptEvents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Events"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiFindFindCustomers: {
        parameters: {
            query: {
                text: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Matches"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiFirstHourAsynccallable: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FirstHour"];
                };
            };
        };
    };
    ApiFirstHourHourHappened: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Happening"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FirstHour"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiGroupsAsynccallable: {
        parameters: {
            query?: {
                /** @description Look again, also when that was done minutes ago. */
                afresh?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Groups"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiGroupsAdoptedGroup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewName"];
            };
        };
        responses: {
            /** @description Document created, URL follows */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Adopted"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiHypothesesAsynccallable: {
        parameters: {
            query?: {
                lang?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Hypotheses"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiHypothesesSaveHypothesis: {
        parameters: {
            query?: {
                lang?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HypothesisDraft"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Hypotheses"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiIdentityIdentity: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhoIsWho"];
                };
            };
        };
    };
    ApiIdentityDecisionsIdentityDecide: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Deed"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhoIsWho"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiIdentityMergesIdentityMerges: {
        parameters: {
            query?: {
                skipped?: number;
                limit?: number;
                customer?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TheMerges"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiIdentityPreviewIdentityPreview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["api_identity_Looked"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Change"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiIdentityRulesIdentityRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RulesText"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhoIsWho"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiJobsScheduled: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadingView"];
                };
            };
        };
    };
    ApiJobsRunRunNow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiKpisAsynccallable: {
        parameters: {
            query?: {
                /** @description Of the members of a segment; everybody without it. */
                segment?: string | null;
                /** @description A day; the 28 days up to the newest event without any. */
                date_from?: string | null;
                /** @description A day; the 28 days up to the newest event without any. */
                date_to?: string | null;
                lang?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Kpis"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiKpisSaveKpi: {
        parameters: {
            query?: {
                lang?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KpiDraft"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KpisSaved"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiKpisUsualAsynccallable: {
        parameters: {
            query?: {
                lang?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string[];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiKpisUsualAddUsualKpis: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KpisSaved"];
                };
            };
        };
    };
    ApiKpisOneKpi: {
        parameters: {
            query?: {
                /** @description Of the members of a segment; everybody without it. */
                segment?: string | null;
                /** @description A day; the 28 days up to the newest event without any. */
                date_from?: string | null;
                /** @description A day; the 28 days up to the newest event without any. */
                date_to?: string | null;
                lang?: string;
            };
            header?: never;
            path: {
                kpi: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Kpis"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiKpisSplitsKpiSplits: {
        parameters: {
            query?: {
                /** @description Of the members of a segment; everybody without it. */
                segment?: string | null;
                /** @description A day; the 28 days up to the newest event without any. */
                date_from?: string | null;
                /** @description A day; the 28 days up to the newest event without any. */
                date_to?: string | null;
            };
            header?: never;
            path: {
                kpi: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KpiSplit"][];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiLoadsAsynccallable: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Loads"];
                };
            };
        };
    };
    ApiLoadsLoad: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FilesToLoad"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Started"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiLoadsGuessGuess: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FilesToGuess"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Guess"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiLoadsJobsJobs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"][];
                };
            };
        };
    };
    ApiLoadsJobsJobNow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiLoadsJobsStopJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiLoadsUnloadOne: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                load: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unloaded"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiLoadsChangesChangesOf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                load: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedRows"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiLoadsDecisionDecideOne: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                load: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecisionAsked"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoadView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiLoadsRestoreRestoreOne: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                load: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoadView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiMailAsynccallable: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailView"];
                };
            };
        };
    };
    ApiMailSetMail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MailWanted"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiMailOffForgetMail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailView"];
                };
            };
        };
    };
    ApiMailTryTryMail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Try"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiMapsAsynccallable: {
        parameters: {
            query?: {
                lang?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MapEntry"][];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiMapsNewMap: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewMap"];
            };
        };
        responses: {
            /** @description Document created, URL follows */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedMap"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiMapsMapIdMapView: {
        parameters: {
            query?: {
                /** @description A segment's id; everyone without it. */
                segment?: string | null;
                /** @description First day, as 2017-01-31. */
                from?: string | null;
                /** @description Last day, as 2017-12-31. */
                to?: string | null;
                lang?: string;
                /** @description Of the map as it is being edited. */
                draft?: boolean;
            };
            header?: never;
            path: {
                map_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MapView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiMapsMapIdBarriersMapBarriers: {
        parameters: {
            query?: {
                /** @description A segment's id; everyone without it. */
                segment?: string | null;
                /** @description First day, as 2017-01-31. */
                from?: string | null;
                /** @description Last day, as 2017-12-31. */
                to?: string | null;
                lang?: string;
                /** @description Of the map as it is being edited. */
                draft?: boolean;
            };
            header?: never;
            path: {
                map_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BarriersView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiMapsMapIdBehindMapBehind: {
        parameters: {
            query: {
                pointer: string;
                /** @description A segment's id; everyone without it. */
                segment?: string | null;
                /** @description First day, as 2017-01-31. */
                from?: string | null;
                /** @description Last day, as 2017-12-31. */
                to?: string | null;
                limit?: number;
                after?: string | null;
                /** @description Of the map as it is being edited. */
                draft?: boolean;
            };
            header?: never;
            path: {
                map_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Behind"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiMapsMapIdChangesMapChanges: {
        parameters: {
            query?: {
                before?: string;
                after?: string;
                lang?: string;
            };
            header?: never;
            path: {
                map_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Compared"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiMapsMapIdComparedMapCompared: {
        parameters: {
            query?: {
                /** @description A segment's id; everyone without it. */
                segment?: string | null;
                /** @description First day, as 2017-01-31. */
                from?: string | null;
                /** @description Last day, as 2017-12-31. */
                to?: string | null;
                lang?: string;
                /** @description The other side's segment, * for everyone; else the same. */
                with?: string | null;
                /** @description The other side's first day; else the same. */
                with_from?: string | null;
                /** @description The other side's last day; else the same. */
                with_to?: string | null;
            };
            header?: never;
            path: {
                map_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MapComparison"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiMapsMapIdDeviationsMapDeviations: {
        parameters: {
            query?: {
                /** @description A segment's id; everyone without it. */
                segment?: string | null;
                /** @description First day, as 2017-01-31. */
                from?: string | null;
                /** @description Last day, as 2017-12-31. */
                to?: string | null;
                lang?: string;
            };
            header?: never;
            path: {
                map_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DesiredView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiMapsMapIdDocumentMapDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                map_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MapText"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiMapsMapIdDraftMapDraft: {
        parameters: {
            query?: {
                hand?: string;
            };
            header?: never;
            path: {
                map_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiMapsMapIdDriftMapDrift: {
        parameters: {
            query?: {
                lang?: string;
            };
            header?: never;
            path: {
                map_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DriftView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiMapsMapIdDriversDriversOfMap: {
        parameters: {
            query?: {
                /** @description A segment's id; everyone without it. */
                segment?: string | null;
                /** @description First day, as 2017-01-31. */
                from?: string | null;
                /** @description Last day, as 2017-12-31. */
                to?: string | null;
                /** @description nps, csat, stars, a source of the map, words, return or spend. */
                of?: string | null;
                lang?: string;
            };
            header?: never;
            path: {
                map_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DriversView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiMapsMapIdEditsEditMap: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                map_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Edits"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Edited"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiMapsMapIdFileMapFile: {
        parameters: {
            query: {
                /** @description A segment's id; everyone without it. */
                segment?: string | null;
                /** @description First day, as 2017-01-31. */
                from?: string | null;
                /** @description Last day, as 2017-12-31. */
                to?: string | null;
                format: string;
                layout?: "a3" | "a4" | "booklet" | null;
                numbers?: boolean;
                lang?: string;
            };
            header?: never;
            path: {
                map_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiMapsMapIdFrictionMapFriction: {
        parameters: {
            query?: {
                /** @description A segment's id; everyone without it. */
                segment?: string | null;
                /** @description First day, as 2017-01-31. */
                from?: string | null;
                /** @description Last day, as 2017-12-31. */
                to?: string | null;
            };
            header?: never;
            path: {
                map_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FrictionView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiMapsMapIdHiddenMapHidden: {
        parameters: {
            query?: {
                /** @description A segment's id; everyone without it. */
                segment?: string | null;
                /** @description First day, as 2017-01-31. */
                from?: string | null;
                /** @description Last day, as 2017-12-31. */
                to?: string | null;
                lang?: string;
            };
            header?: never;
            path: {
                map_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Hidden"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiMapsMapIdKpisMapKpis: {
        parameters: {
            query?: {
                /** @description A segment's id; everyone without it. */
                segment?: string | null;
                /** @description First day, as 2017-01-31. */
                from?: string | null;
                /** @description Last day, as 2017-12-31. */
                to?: string | null;
                lang?: string;
            };
            header?: never;
            path: {
                map_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KpiLane"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiMapsMapIdMoodsMapMoods: {
        parameters: {
            query?: {
                /** @description A segment's id; everyone without it. */
                segment?: string | null;
                /** @description First day, as 2017-01-31. */
                from?: string | null;
                /** @description Last day, as 2017-12-31. */
                to?: string | null;
                /** @description A stage or touchpoint; the whole map without it. */
                part?: string | null;
                lang?: string;
            };
            header?: never;
            path: {
                map_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MoodsView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiMapsMapIdProposalsMapProposals: {
        parameters: {
            query?: {
                lang?: string;
            };
            header?: never;
            path: {
                map_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalsView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiMapsMapIdProposalsKeyDismissDismissProposal: {
        parameters: {
            query?: {
                lang?: string;
            };
            header?: never;
            path: {
                map_id: string;
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WhyNot"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalsView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiMapsMapIdPublishPublishMap: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                map_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Publishing"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Published"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiMapsMapIdRemarksAsynccallable: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                map_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Talk"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiMapsMapIdRemarksSayRemark: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                map_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Said"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Talk"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiMapsMapIdRemarksTakeBackRemark: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                map_id: string;
                remark: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Talk"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiMapsMapIdRemarksSettleSettleRemark: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                map_id: string;
                remark: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Settled"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Talk"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiMapsMapIdRestoreRestoreMap: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                map_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Going"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiMapsMapIdSegmentsMapSegments: {
        parameters: {
            query?: {
                /** @description A segment's id; everyone without it. */
                segment?: string | null;
                /** @description First day, as 2017-01-31. */
                from?: string | null;
                /** @description Last day, as 2017-12-31. */
                to?: string | null;
                lang?: string;
            };
            header?: never;
            path: {
                map_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SmallMaps"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiMapsMapIdSharesAsynccallable: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                map_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShareView"][];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiMapsMapIdSharesShare: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                map_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SharedFor"];
            };
        };
        responses: {
            /** @description Document created, URL follows */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewShare"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiMapsMapIdStepsMapSteps: {
        parameters: {
            query?: {
                lang?: string;
            };
            header?: never;
            path: {
                map_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SixSteps"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiMapsMapIdUndoUndoEdit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                map_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Hand"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Edited"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiMapsMapIdVersionsMapVersions: {
        parameters: {
            query?: {
                lang?: string;
            };
            header?: never;
            path: {
                map_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MapHistory"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiMapsMapIdVoicesMapVoices: {
        parameters: {
            query: {
                touchpoint: string;
                /** @description A segment's id; everyone without it. */
                segment?: string | null;
                /** @description First day, as 2017-01-31. */
                from?: string | null;
                /** @description Last day, as 2017-12-31. */
                to?: string | null;
                after?: string | null;
                /** @description Of the map as it is being edited. */
                draft?: boolean;
            };
            header?: never;
            path: {
                map_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Voices"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiMatchMatchPreview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RuleToMatch"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Matched"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiMeWhoAmI: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
        };
    };
    ApiMeAccessMyAccess: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Access"];
                };
            };
        };
    };
    ApiMeBeginBegin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Begin"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiMeForgottenForgotPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Forgotten"];
            };
        };
        responses: {
            /** @description Request accepted, processing continues off-line */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiMeLinkLookAtLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkShown"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiMeLinkUseUseLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkUsed"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiMePasswordChangePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPassword"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiMeSessionsEndSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Access"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiMeSignInSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiMeSignOutSignOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
        };
    };
    ApiMeTokensMakeToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TokenWanted"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewToken"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiMeTokensRevokeToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Access"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiOpportunitiesAsynccallable: {
        parameters: {
            query?: {
                lang?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpportunityRow"][];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiOpportunitiesPutOpportunity: {
        parameters: {
            query?: {
                lang?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpportunityDraft"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpportunityRow"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiOpportunitiesOpportunityTaskTaskOfOpportunity: {
        parameters: {
            query?: {
                lang?: string;
            };
            header?: never;
            path: {
                opportunity: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiPersonasPersonas: {
        parameters: {
            query?: {
                lang?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonaEntry"][];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiProposalAsynccallable: {
        parameters: {
            query?: {
                lang?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proposal"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiProposalChangedProposal: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Changes"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proposal"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiQuestionsAsynccallable: {
        parameters: {
            query?: {
                lang?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionEntry"][];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiQuestionsNewQuestion: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewQuestion"];
            };
        };
        responses: {
            /** @description Document created, URL follows */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionEntry"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiQuestionsQuestionDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                question: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionText"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiRecordedRecorded: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recorded"];
                };
            };
        };
    };
    ApiRetentionAsynccallable: {
        parameters: {
            query?: {
                lang?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Retention"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiRetentionRetire: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RemovedEvents"];
                };
            };
        };
    };
    ApiSamplesRemoveRemoveSample: {
        parameters: {
            query?: {
                lang?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Removed"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiSegmentsAsynccallable: {
        parameters: {
            query?: {
                /** @description The moment: a day (its end) or an ISO time; now without it. */
                at?: string | null;
                lang?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Shelf"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiSegmentsSaveSegment: {
        parameters: {
            query?: {
                lang?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Draft"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiSegmentsChangesSegmentChanges: {
        parameters: {
            query?: {
                /** @description The cursor of the last answer; all kept without it. */
                after?: string | null;
                /** @description Of one segment alone. */
                segment?: string | null;
                /** @description At most so many are looked at. */
                most?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Moves"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiSegmentsFamiliesSegmentFamilies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FamilyProposal"][];
                };
            };
        };
    };
    ApiSegmentsPreviewPreviewSegment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RuleToTry"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preview"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiSegmentsMembersSegmentMembers: {
        parameters: {
            query?: {
                /** @description The moment: a day (its end) or an ISO time; now without it. */
                at?: string | null;
                /** @description At most so many; all without it. */
                most?: number | null;
                /** @description Only customers whose id comes after this one. */
                after?: string;
            };
            header?: never;
            path: {
                segment: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberList"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiSegmentsReportSegmentReport: {
        parameters: {
            query?: {
                lang?: string;
            };
            header?: never;
            path: {
                segment: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Report"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiSegmentsTrendSegmentTrend: {
        parameters: {
            query?: {
                /** @description So many weeks back. */
                weeks?: number;
            };
            header?: never;
            path: {
                segment: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Trend"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiSegmentsWhySegmentWhy: {
        parameters: {
            query: {
                customer: string;
                /** @description The moment: a day (its end) or an ISO time; now without it. */
                at?: string | null;
            };
            header?: never;
            path: {
                segment: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Why"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiSetAsideSetAside: {
        parameters: {
            query?: {
                source?: string | null;
                code?: string | null;
                field?: string | null;
                load?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Aside"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiSetAsideBringBackBringBackItems: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Undo"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BroughtBack"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiSetAsideDismissDismissItems: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Which"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dismissed"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiSetAsideDropRuleDropKeptRule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ForSource"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dropped"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiSetAsideEditEditByHand: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ByHand"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mended"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiSetAsideItemsSetAsideItems: {
        parameters: {
            query?: {
                source?: string | null;
                code?: string | null;
                field?: string | null;
                load?: string | null;
                file?: string | null;
                state?: "waiting" | "dismissed" | "replayed";
                limit?: number;
                after?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AsidePage"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiSetAsidePreviewPreviewRule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ForSource"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AsidePreview"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiSetAsideRepairRepairByRule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ForSource"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mended"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiSetAsideReplayReplayItems: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Which"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mended"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiSettingsSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingView"][];
                };
            };
        };
    };
    ApiSharesEndShare: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                share: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, nothing follows */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiShopShop: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShopView"];
                };
            };
        };
    };
    ApiShopPagesCreatePage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PageWanted"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShopPage"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiSourcesAllSources: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourcesView"];
                };
            };
        };
    };
    ApiSourcesAccountsSetAccounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Accounts"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourcesView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiSourcesCountingSetCounting: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Counting"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourcesView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiSourcesDomainsSetDomains: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Domains"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourcesView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiSourcesKeysCreateKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeyWanted"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewKey"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiSourcesKeysRevokeRevokeKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiSourcesPlanPlanWhatComes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanView"];
                };
            };
        };
    };
    ApiSqlSqlAnswer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SqlAsked"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SqlAnswer"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiSqlArrowSqlStream: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SqlAsked"];
            };
        };
        responses: {
            /** @description Stream Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.apache.arrow.stream": unknown;
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiStandingHowThingsStand: {
        parameters: {
            query?: {
                /** @description Of the members of a segment; everybody without it. */
                segment?: string | null;
                /** @description A day; the 28 days up to the newest event without any. */
                date_from?: string | null;
                /** @description A day; the 28 days up to the newest event without any. */
                date_to?: string | null;
                lang?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HowThingsStand"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiSuppressionsSuppressCustomers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SuppressedWanted"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Suppressed"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiSuppressionsLiftLiftSuppressions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SuppressedWanted"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Suppressed"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiSurveysAsynccallable: {
        parameters: {
            query?: {
                lang?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Surveys"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiSurveysSaveSurvey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SurveyFields"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedSurvey"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiSurveysCheckCheckSurvey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SurveyFields"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Checked"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiSurveysSurveyDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                survey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SurveyFields"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiSurveysCommentsSurveyComments: {
        parameters: {
            query?: {
                /** @description First day, as 2026-03-01; all without it. */
                from?: string | null;
                /** @description Last day, included. */
                to?: string | null;
                /** @description Only customers of this segment. */
                segment?: string | null;
                lang?: string;
            };
            header?: never;
            path: {
                survey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comments"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiSurveysLinksCreateSurveyLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                survey: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkWanted"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SurveyLink"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiSurveysResultsSurveyResults: {
        parameters: {
            query?: {
                /** @description First day, as 2026-03-01; all without it. */
                from?: string | null;
                /** @description Last day, included. */
                to?: string | null;
                /** @description Only customers of this segment. */
                segment?: string | null;
                lang?: string;
            };
            header?: never;
            path: {
                survey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Results"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiSwitchesSwitches: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Switches"];
                };
            };
        };
    };
    ApiTablesSaveTable: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TableWanted"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiTasksAsynccallable: {
        parameters: {
            query?: {
                /** @description Only those of this owner, source or thing. */
                owner?: string | null;
                /** @description Only those of this owner, source or thing. */
                source?: string | null;
                /** @description Only those of this owner, source or thing. */
                ref?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"][];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiTasksNewTask: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTask"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiTasksMovedTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                task: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskChange"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiTasksStepsTaskSteps: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                task: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskStep"][];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiTemplatesAsynccallable: {
        parameters: {
            query?: {
                lang?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Template"][];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiTemplatesBegin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Begun"];
            };
        };
        responses: {
            /** @description Document created, URL follows */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedMap"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiTemplatesKeptKeepTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeptTemplate"];
            };
        };
        responses: {
            /** @description Document created, URL follows */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedMap"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiThemesFoundThemes: {
        parameters: {
            query?: {
                /** @description Only what is about a touchpoint: buy-clothes/bought. */
                at?: string | null;
                lang?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ThemesView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiThemesTextsThemeTexts: {
        parameters: {
            query?: {
                /** @description The key of a theme. */
                theme?: string | null;
                /** @description What the texts are to mean; the nearest come first. */
                q?: string | null;
                /** @description Only what is about a touchpoint: buy-clothes/bought. */
                at?: string | null;
                after?: string | null;
                lang?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TextsView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiTraitsJoinTable: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TableOfTraits"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Joined"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiUploadsNameUploadSlice: {
        parameters: {
            query?: {
                part?: number;
                of?: number;
                upload?: string;
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Uploaded"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiUploadsForgetUpload: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                upload: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, nothing follows */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiWorkspaceWorkspace: {
        parameters: {
            query?: {
                lang?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Overview"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiWorkspacesWorkspaces: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkspaceEntry"][];
                };
            };
        };
    };
    HealthHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Alive"];
                };
            };
        };
    };
    ReadyReady: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ready"];
                };
            };
        };
    };
}
