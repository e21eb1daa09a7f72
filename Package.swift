// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "surety",
    products: [.executable(name: "surety", targets: ["surety"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
        .systemLibrary(name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .target(name: "CTOML"),

        .target(name: "Archive", swiftSettings: strict),
        .target(name: "Hashing", dependencies: ["COpenSSL"], swiftSettings: strict),
        .target(name: "XML", dependencies: ["CLibXML2"], swiftSettings: strict),
        .target(name: "Documents", dependencies: ["CYAML", "CTOML", "XML"], swiftSettings: strict),
        .target(name: "Compliance", dependencies: ["Hashing"], swiftSettings: strict),
        .target(name: "Parallel", swiftSettings: strict),
        .target(
            name: "Cataloging", dependencies: ["Compliance", "Documents", "Hashing", "Parallel", "XML"],
            swiftSettings: strict,
            plugins: ["EmbedCatalogs"]),
        .target(
            name: "Collecting", dependencies: ["Compliance", "Documents", "Hashing", "Parallel"], swiftSettings: strict,
            plugins: ["EmbedCollectors"]),
        .target(
            name: "Assessing",
            dependencies: [
                "Compliance", "Hashing", "Parallel", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: strict),
        .target(
            name: "Tracking",
            dependencies: ["Compliance", "Hashing", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: strict),
        .target(
            name: "Reporting", dependencies: ["Archive", "Compliance", "Hashing", "Parallel"], swiftSettings: strict),
        .target(name: "Attesting", dependencies: ["COpenSSL", "Compliance", "Hashing", "XML"], swiftSettings: strict),
        .executableTarget(
            name: "surety",
            dependencies: [
                "Archive", "Assessing", "Attesting", "Cataloging", "Collecting", "Compliance", "Documents", "Hashing",
                "Parallel", "Reporting", "Tracking", "XML",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),

        .executableTarget(name: "catalogembed", dependencies: ["Documents", "Hashing"], swiftSettings: strict),
        .plugin(name: "EmbedCatalogs", capability: .buildTool(), dependencies: ["catalogembed"]),
        .executableTarget(name: "collectorembed", dependencies: ["Documents"], swiftSettings: strict),
        .plugin(name: "EmbedCollectors", capability: .buildTool(), dependencies: ["collectorembed"]),

        .testTarget(name: "ComplianceTests", dependencies: ["Compliance"], swiftSettings: strict),
        .testTarget(name: "ArchiveTests", dependencies: ["Archive"], swiftSettings: strict),
        .testTarget(name: "ParallelTests", dependencies: ["Parallel"], swiftSettings: strict),
        .testTarget(name: "XMLTests", dependencies: ["XML"], swiftSettings: strict),
        .testTarget(name: "DocumentsTests", dependencies: ["Documents"], swiftSettings: strict),
        .testTarget(
            name: "CatalogingTests", dependencies: ["Cataloging", "Documents", "Reporting"], exclude: ["Fixtures"],
            swiftSettings: strict),
        .testTarget(name: "CollectingTests", dependencies: ["Collecting", "Hashing"], swiftSettings: strict),
        .testTarget(
            name: "AssessingTests", dependencies: ["Assessing", "Cataloging", "Documents"], swiftSettings: strict),
        .testTarget(
            name: "ReportingTests", dependencies: ["Archive", "Documents", "Hashing", "Reporting", "XML"],
            swiftSettings: strict),
        .testTarget(
            name: "AttestingTests", dependencies: ["Attesting", "COpenSSL", "Compliance", "Hashing"],
            swiftSettings: strict),
        .testTarget(
            name: "TrackingTests",
            dependencies: ["Compliance", "Tracking", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: strict),
        .testTarget(
            name: "SuretyTests", dependencies: ["Archive", "Documents", "Hashing", "XML"], swiftSettings: strict),
        .testTarget(name: "StyleTests", swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6],
    cxxLanguageStandard: .cxx17
)
