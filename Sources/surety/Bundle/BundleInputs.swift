internal import Attesting
internal import Cataloging
internal import Collecting
internal import Compliance

/// What an assessment was made of, from the bundle that it is in.
enum BundleInputs {
    /// The evidence, as `surety collect` writes it.
    static let evidence = "evidence/evidence.json"
    /// The built-in catalog of the version that assessed.
    static let builtin = "catalogs/built-in.json"

    /// Everything that the assessment was made of, judged by the catalogs of this version.
    ///
    /// - Parameters:
    ///   - files: The files, already held against the manifest.
    ///   - manifest: The manifest.
    ///   - predicate: What was attested: it says for which date, and by which frameworks.
    /// - Returns: The inputs of the assessment.
    /// - Throws: `Failure` when a file is malformed.
    static func read(
        _ files: [String: [UInt8]], _ manifest: BundleManifest, _ predicate: JSONValue
    ) throws -> JudgedInputs {
        guard let bytes = files[evidence],
            let collected = try Failure.asInput({ try EvidenceFile.decode(bytes, name: evidence) })
        else { throw Failure.input("\(evidence) is no evidence") }
        guard let at = PredicateReview.date(of: predicate).flatMap(Clock.parse) else {
            throw Failure.input("the statement has no date")
        }
        let named = { (role: BundleManifest.Input.Role) in
            manifest.inputs.filter { $0.role == role }.map { NamedFile(name: $0.name, bytes: files[$0.path] ?? []) }
        }
        let sources = named(.catalog).map { CatalogSource(path: $0.name, bytes: $0.bytes) }
        let loaded = try Failure.asInput { try CatalogLoader.load(sources: sources) }
        let lying = Set(collected[.artifact].filter { $0["kind"].text == "waivers" }.compactMap { $0["path"].text })
        let waivers = named(.waivers)
        return JudgedInputs(
            evidence: collected, sources: sources, loaded: loaded, choice: try choice(predicate, loaded),
            waivers: waivers, namedWaivers: waivers.count { !lying.contains($0.name) },
            findingsMaps: named(.findingsMap), history: named(.history).first, at: at,
            system: PredicateReview.system(of: predicate))
    }

    /// The choice that was attested.
    ///
    /// - Throws: `Failure` when this version does not know the profile.
    static func choice(_ predicate: JSONValue, _ loaded: Catalog) throws -> CatalogChoice {
        try CatalogChoice(
            thatGave: PredicateReview.frameworks(of: predicate), profile: PredicateReview.profile(of: predicate),
            of: loaded)
    }

    /// Why an assessment cannot be made of a bundle: what was judged by is not in it.
    static func missing(in manifest: BundleManifest) -> [String] {
        manifest.leftOut.sorted { $0.key < $1.key }.filter { !$0.key.hasPrefix("statements/") }.map {
            "\($0.key) is not in the bundle: \($0.value)"
        }
    }
}
