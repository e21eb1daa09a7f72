# docker build -t surety . && docker run --rm --network none -v "$PWD":/work:ro surety gaps .
FROM swift:6.3-bookworm AS build
RUN apt-get update \
 && apt-get install -y --no-install-recommends libxml2-dev libyaml-dev libtomlplusplus-dev libsqlite3-dev libssl-dev \
    pkg-config \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /surety
COPY . .
RUN swift build -c release --product surety --static-swift-stdlib \
 && install -m 755 "$(swift build -c release --product surety --static-swift-stdlib --show-bin-path)/surety" /surety/program

FROM debian:bookworm-slim
RUN apt-get update \
 && apt-get install -y --no-install-recommends libxml2 libyaml-0-2 libsqlite3-0 libssl3 python3-minimal \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --uid 10001 --home-dir /work surety
COPY --from=build /surety/program /usr/local/bin/surety
USER surety
WORKDIR /work
ENTRYPOINT ["surety"]
