# docker run --rm --volume "$PWD:/repository:ro" ghcr.io/hogsend/hoglint
#
# The default image is the statically linked program and nothing else: no shell, no database client.
# `docker build --target drift .` makes one with libpq and libcurl, for hoglint drift and stats.

FROM debian:12 AS build
WORKDIR /source
# npm has the grammar of TypeScript; the rest is what ./dev deps would install, kept as a layer.
# hadolint ignore=DL3008
RUN apt-get update && apt-get install --yes --no-install-recommends \
      ca-certificates cmake g++ git libcli11-dev libfmt-dev libgit2-dev libtomlplusplus-dev \
      libtree-sitter-dev libyaml-cpp-dev ninja-build nlohmann-json3-dev nodejs npm zlib1g-dev && \
    rm -rf /var/lib/apt/lists/*
COPY . .
RUN ./dev package && mkdir -p /image/static /image/glibc && \
    tar -xzf build/package/hoglint-*-glibc.tar.gz -C /image/glibc --strip-components 1 && \
    rm build/package/hoglint-*-glibc.tar.gz && \
    tar -xzf build/package/hoglint-*.tar.gz -C /image/static --strip-components 1

FROM debian:12-slim AS drift
# hadolint ignore=DL3008
RUN apt-get update && apt-get install --yes --no-install-recommends \
      ca-certificates libcurl4 libpq5 && \
    rm -rf /var/lib/apt/lists/*
COPY --from=build /image/glibc/bin/hoglint /usr/bin/hoglint
USER 65532:65532
WORKDIR /repository
ENTRYPOINT ["/usr/bin/hoglint"]

FROM scratch
COPY --from=build /image/static/bin/hoglint /usr/bin/hoglint
COPY --from=build /image/static/share/doc/hoglint /usr/share/doc/hoglint
# Nobody: repositories are read whoever owns them, and reports go to standard output.
USER 65532:65532
WORKDIR /repository
ENTRYPOINT ["/usr/bin/hoglint"]
