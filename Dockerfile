# Cesta in a container. It listens on the loopback address only, as long as no password exists, so share the host's network:
#   docker build -t cesta . && docker run --network host -v cesta:/data cesta
FROM node:22-slim AS screen
WORKDIR /build/web
COPY web/package.json web/package-lock.json web/.npmrc ./
RUN npm ci --loglevel=error
COPY web ./
RUN npm run --silent build

FROM python:3.11-slim AS wheel
WORKDIR /build
RUN python -m pip install --quiet --no-cache-dir "hatchling>=1.27" "editables>=0.5"
COPY pyproject.toml README.md LICENSE NOTICE CHANGELOG.md ./
COPY src src
COPY --from=screen /build/src/cesta/web/dist src/cesta/web/dist
RUN python -m pip wheel --quiet --no-cache-dir --no-deps --no-build-isolation --wheel-dir /wheels .

FROM python:3.11-slim
COPY --from=wheel /wheels /wheels
RUN python -m pip install --quiet --no-cache-dir "$(echo /wheels/cesta-*.whl)[demo]" && rm -r /wheels \
 && useradd --create-home --uid 10001 cesta && install -d -o cesta /data
USER cesta
VOLUME /data
ENV CESTA_PORT=8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["python", "-c", "import os, urllib.request as u; u.urlopen(f'http://127.0.0.1:{os.environ[\"CESTA_PORT\"]}/health', timeout=4)"]
CMD ["cesta", "demo", "/data/complete-journey"]
