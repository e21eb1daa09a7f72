import Compliance
import Testing

@testable import Reporting

@Suite("The OSCAL package")
struct OSCALPackageTests {
    static let cases = OSCALTests.cases
    static let versions = OSCALVersion.allCases

    /// The files of a package by their names, without its folder.
    static func package(_ assessment: Assessment, _ version: OSCALVersion = .usual) -> [String: [UInt8]] {
        OSCALPackageWriter(Editions(oscal: version)).files(of: assessment).reduce(into: [:]) { files, file in
            files[String(file.path.dropFirst("oscal/".count))] = file.write.map { ByteSink.bytes($0) }
        }
    }

    private func trees(_ name: String) throws -> [String: XMLTree] {
        try Self.package(#require(Self.cases[name])).filter { $0.key.hasSuffix(".xml") }.mapValues(XMLTree.read)
    }

    @Test func hasAFileForEachModelInBothForms() {
        let stems = [
            "assessment-plan", "assessment-results", "catalog-nist-ai-rmf-1.0", "catalog-owasp-asi-2026",
            "component-definition", "mapping-owasp-asi-2026--nist-ai-rmf-1.0", "poam", "profile",
        ]
        let expected = stems.flatMap { ["\($0).json", "\($0).xml"] }
        #expect(Self.package(Sample().assessment).keys.sorted() == expected)
    }

    @Test(arguments: ["plain", "hostile", "empty"]) func everyLinkLeadsToAFileOfThePackage(name: String) throws {
        let files = Self.package(try #require(Self.cases[name]))
        var links = 0
        for (file, tree) in try trees(name) {
            let named =
                tree.all.filter { ["import", "import-ap"].contains($0.name) }.compactMap { $0.attributes["href"] }
                + tree.all("control-implementation").compactMap { $0.attributes["source"] }
            for href in named { #expect(files[href] != nil, "\(file): \(href)") }
            links += named.count
            for reference in tree.all.compactMap({ $0.attributes["href"] }) where reference.hasPrefix("#") {
                let uuid = reference.dropFirst()
                #expect(tree.all("resource").contains { $0.attributes["uuid"] == String(uuid) }, "\(file) \(reference)")
            }
        }
        // The profile imports two catalogs, the results import the plan; a component is there for each agent.
        #expect(links >= 3)
    }

    @Test(arguments: ["plain", "hostile", "empty", "fleet"]) func everyItemIsInACatalog(name: String) throws {
        let trees = try trees(name)
        let catalogs = trees.filter { $0.key.hasPrefix("catalog-") }.values
        let controls = Set(catalogs.flatMap { $0.all("control") }.compactMap { $0.attributes["id"] })
        let parts = Set(catalogs.flatMap { $0.all("part") }.compactMap { $0.attributes["id"] })
        for (file, tree) in trees {
            for id in tree.all.compactMap({ $0.attributes["control-id"] }) + tree.all("with-id").map(\.text) {
                #expect(controls.contains(id), "\(file): \(id)")
            }
            for id in tree.all("target").compactMap({ $0.attributes["target-id"] }) {
                #expect(parts.contains(id), "\(file): \(id)")
            }
        }
    }

    @Test(arguments: ["plain", "hostile", "fleet"]) func thingsThatAreNamedAreInTheDocument(name: String) throws {
        for (file, tree) in try trees(name) {
            let uuids = tree.all.compactMap { $0.attributes["uuid"] }
            #expect(Set(uuids).count == uuids.count, "\(file)")
            let keys = [
                "observation-uuid", "risk-uuid", "finding-uuid", "subject-uuid", "actor-uuid", "component-uuid",
                "activity-uuid",
            ]
            for element in tree.all {
                for key in keys {
                    if let uuid = element.attributes[key] { #expect(uuids.contains(uuid), "\(file): \(key)") }
                }
            }
            let parties = Set(tree.all("party").compactMap { $0.attributes["uuid"] })
            #expect(tree.all("party-uuid").allSatisfy { parties.contains($0.text) }, "\(file)")
        }
    }

    @Test(arguments: ["plain", "hostile", "empty"], versions)
    func saysItsVersion(name: String, version: OSCALVersion) throws {
        let files = Self.package(try #require(Self.cases[name]), version)
        let hasMapping = files.keys.contains { $0.hasPrefix("mapping-") }
        #expect(hasMapping == (version == .v1_2_1 || version == .v1_2_3))
        for (file, bytes) in files where file.hasSuffix(".xml") {
            let tree = try XMLTree.read(bytes)
            #expect(tree.all("oscal-version").map(\.text) == [version.rawValue], "\(file)")
        }
        let plan = try XMLTree.read(#require(files["assessment-plan.xml"]))
        let metadata = try #require(plan.all("metadata").first)
        #expect(metadata.prop("left-out") == (hasMapping ? nil : "mapping-collection"))
        let remarks = metadata.all("remarks").flatMap { $0.all("p") }.map(\.text).joined(separator: " ")
        #expect(remarks.contains("OSCAL \(version.rawValue) has no model of mappings") == !hasMapping)
    }

    @Test func anotherVersionIsAnotherDocument() throws {
        let identities = try Self.versions.map { version in
            try XMLTree.read(#require(Self.package(Sample().assessment, version)["poam.xml"])).attributes["uuid"]
        }
        #expect(Set(identities).count == Self.versions.count)
    }

    @Test func theProfileHasWhatWasAssessedAndNothingElse() throws {
        let profile = try #require(trees("plain")["profile.xml"])
        let items = profile.all("with-id").map(\.text)
        #expect(items == Set(Sample().controls.map { OSCALNames.token($0.control) }).sorted())
        let empty = try #require(trees("empty")["profile.xml"])
        #expect(empty.all("remarks").flatMap { $0.all("p") }.first?.text.hasPrefix("No agent was found") == true)
    }

    @Test func componentsHaveWhatIsShownInFull() throws {
        let components = try #require(trees("plain")["component-definition.xml"]).all("component")
        #expect(components.count == 2)
        let shown = components.map { $0.all("implemented-requirement").compactMap { $0.attributes["control-id"] } }
        #expect(shown == [["nist-ai-rmf-1.0_govern-1.1"], ["owasp-asi-2026_asi07.m1"]])
        let grounds = components[1].all("implemented-requirement").flatMap { $0.all("p") }.map(\.text)
        #expect(grounds == ["Holds: MCP servers reached over a network use TLS (.mcp.json:14:14)."])
    }

    @Test func withoutAgentsNothingIsShownAndNothingPlanned() throws {
        let trees = try trees("empty")
        #expect(trees["poam.xml"] == nil)
        #expect(trees["component-definition.xml"]?.all("component").isEmpty == true)
        #expect(trees["assessment-plan.xml"]?.all("activity").isEmpty == true)
        let absent = OSCALPackageWriter().files(of: Sample.empty).filter { $0.write == nil }.map(\.path)
        #expect(absent == ["oscal/poam.xml", "oscal/poam.json"])
        let remarks = try #require(trees["assessment-results.xml"]?.all("remarks").first?.all("p").map(\.text))
        #expect(remarks.last?.hasSuffix("no agent was found, and nothing was assessed.") == true)
    }

    /// A plan of action without an item is no OSCAL: `poam-item` is there at least once.
    @Test(arguments: ["nothing is open", "what is open is no agent's"])
    func whereNothingIsOpenThereIsNoPlanOfActionAndTheResultsSaySo(name: String) throws {
        let sample = Sample().assessment
        let stray = Sample().gaps.prefix(1).map { gap in
            Gap(
                id: gap.id, agent: AgentID("nobody"), cause: .unreadEvidence, check: nil, severity: .high, title: "t",
                detail: [], remediation: "r", controls: [], citations: [], valueDigest: "", waiver: nil, owner: nil)
        }
        let assessment = Assessment(
            at: sample.at, toolVersion: "1", catalog: sample.catalog, evidence: sample.evidence,
            evidenceDigest: Sample.digest, agents: sample.agents, checks: sample.checks, controls: sample.controls,
            gaps: name == "nothing is open" ? [] : stray, questions: [], statements: [], waivers: [], autonomy: [])
        let files = Self.package(assessment)
        #expect(files["poam.xml"] == nil && files["poam.json"] == nil && files.count > 8)
        for (file, bytes) in files where file.hasSuffix(".xml") {
            let tree = try XMLTree.read(bytes)
            #expect(!tree.all.contains { $0.attributes["href"]?.contains("poam") == true }, "\(file)")
        }
        let results = try XMLTree.read(#require(files["assessment-results.xml"]))
        let metadata = try #require(results.all("metadata").first)
        #expect(metadata.prop("left-out") == "plan-of-action-and-milestones")
        #expect(metadata.all("p").contains { $0.text.contains("no gap is open on any agent") })
        let full = try XMLTree.read(#require(Self.package(sample)["assessment-results.xml"]))
        #expect(full.all("metadata").first?.prop("left-out") == nil)
        let alone = try XMLTree.read(OSCALAssessmentResultsWriter().bytes(of: assessment))
        #expect(alone.all("metadata").first?.prop("left-out") == nil)
    }

    @Test func noIdentifierLeadsOutOfTheFolderOrSharesAName() throws {
        let identifiers = ["../../etc", "__.._etc", "a b", "a_b", String(repeating: "x", count: 400), "x\u{0}/y", "."]
        let frameworks = identifiers.map { id in
            Framework(
                id: FrameworkID(id), title: "t", shortName: "t", publisher: "p", edition: "1", published: "2026-01-01",
                source: "s", licence: "l", attribution: "a",
                controls: [
                    Control(
                        id: ControlID("\(id)/i"), parent: nil, kind: .control, title: "t", statement: "s",
                        observability: .none, question: nil)
                ])
        }
        let assessment = Assessment(
            at: "2026-11-23T00:00:00Z", toolVersion: "1",
            catalog: Catalog(frameworks: frameworks, checks: [], digest: ""),
            evidence: Evidence(), evidenceDigest: "", agents: [], checks: [], controls: [], gaps: [], questions: [],
            statements: [], waivers: [], autonomy: [])
        let paths = OSCALPackageWriter().files(of: assessment).map(\.path)
        #expect(paths.allSatisfy { $0.wholeMatch(of: /oscal\/[A-Za-z0-9._\-]{1,150}/) != nil })
        #expect(Set(paths).count == paths.count)
        #expect(paths.contains("oscal/catalog-a_b.json"))
        let files = Self.package(assessment)
        let profile = try XMLTree.read(#require(files["profile.xml"]))
        let imports = profile.all("import").compactMap { $0.attributes["href"] }
        #expect(imports.count == identifiers.count && imports.allSatisfy { files[$0] != nil })
    }
}
