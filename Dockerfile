# Two images: `web` answers people; `worker` makes papers and therefore holds LibreOffice.
#   docker build --target web .        docker build --target worker .

FROM debian:bookworm-slim AS base
ENV LANG=C.UTF-8 \
    PATH=/app/.venv/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    COURTREADY_DATA=/data
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates fonts-droid-fallback fonts-liberation python3 tini \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --uid 10001 --create-home --shell /usr/sbin/nologin courtready \
    && install -d -o courtready -g courtready -m 700 /data /blobs
WORKDIR /app

FROM base AS build
RUN apt-get update && apt-get install -y --no-install-recommends python3-venv
COPY pyproject.toml requirements.txt ./
COPY tools/packages.sh tools/python.sh tools/
RUN bash -euc '. tools/packages.sh; . tools/python.sh; install_python_packages requirements.txt' \
    && .venv/bin/python -m pip uninstall --yes --quiet uv
COPY . .
RUN .venv/bin/python -m compileall -q api cases cli documents filings hearings infra kernel law migrations offices worker

FROM base AS web
COPY --from=build /app /app
USER courtready
VOLUME ["/data", "/blobs"]
EXPOSE 8000
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s \
    CMD ["python", "-c", "from urllib.request import urlopen; urlopen('http://localhost:8000/healthz', timeout=4)"]
ENTRYPOINT ["tini", "--"]
CMD ["courtready", "serve", "--host", "0.0.0.0", "--port", "8000", "--no-worker"]

FROM base AS worker
RUN apt-get update \
    && apt-get install -y --no-install-recommends \
        fonts-crosextra-caladea fonts-crosextra-carlito fonts-dejavu-core fonts-noto-cjk libreoffice-writer-nogui \
        libtcmalloc-minimal4 python3-uno \
    && rm -rf /var/lib/apt/lists/*
COPY --from=build /app /app
USER courtready
VOLUME ["/data", "/blobs"]
HEALTHCHECK --interval=60s --timeout=50s --start-period=60s CMD ["courtready", "doctor"]
ENTRYPOINT ["tini", "--"]
CMD ["courtready", "work"]
