import Archive
import Foundation
import Testing

/// `surety attest --bundle` and `surety verify BUNDLE`.
@Suite(.enabled(if: OpenSSLTool.exists)) struct BundleTests {
    /// What was not looked at, but for the schemas, which nobody gives here.
    private static func unchecked(_ output: String) -> [Substring] {
        output.split(separator: "\n").filter { $0.contains("not checked") && !$0.contains("give --schemas") }
    }

    @Test func holdsByItselfAndWithTheRepository() throws {
        let scene = try BundleScene()
        let alone = try scene.verify()
        #expect(alone.code == 0 && !alone.output.contains("differs"), "\(alone.output)")
        #expect(alone.output.contains("holds: catalogs/built-in.json: the catalogs of this version"))
        #expect(alone.output.contains("holds: test-result.dsse.json: signed, and what it says was found again"))
        #expect(alone.output.contains("not checked: whether the evidence is that of the 3 files it names"))
        let whole = try scene.verify(["--evidence", scene.repository])
        #expect(whole.code == 0 && Self.unchecked(whole.output).isEmpty, "\(whole.output)")
        #expect(whole.output.contains("holds: the evidence, collected again, is that of the bundle"))
        #expect(try Program.run(["verify", scene.bundle.path]).code == 64)
    }

    @Test func theSameInputsGiveTheSameArchive() throws {
        let scene = try AttestedScene("ed25519", bundled: true)
        let (one, two) = (scene.folder.path + "/one.zip", scene.folder.path + "/two.zip")
        try scene.bundle(to: one)
        try scene.bundle(to: two)
        let first = try Data(contentsOf: URL(filePath: one))
        #expect(try first == Data(contentsOf: URL(filePath: two)))
        let entries = try ZipArchive(reading: Array(first)).entries
        #expect(entries.map(\.name) == entries.map(\.name).sorted())
        for entry in entries {
            #expect(
                try Data(entry.bytes) == Data(contentsOf: scene.bundle.appending(path: entry.name)), "\(entry.name)")
            #expect(!String(decoding: entry.bytes, as: UTF8.self).contains(scene.folder.path), "\(entry.name)")
        }
        // Ed25519 signs no XML.
        #expect(!entries.contains { $0.name.hasSuffix(".dsig.xml") })
        #expect(try scene.verify(envelope: URL(filePath: one)).code == 0)
    }

    @Test func whatLiesThereIsNotWrittenOver() throws {
        let scene = try AttestedScene("ed25519", bundled: true)
        let again = ["attest", scene.repository, "--key", scene.privateKey, "--bundle", scene.bundle.path]
        #expect(try Program.run(again).code == 65)
        #expect(try scene.verify(envelope: scene.bundle).code == 0)
    }

    @Test func aChangedRepositoryIsNamedByItsFirstDifference() throws {
        let scene = try AttestedScene("p256", bundled: true)
        try scene.write(".mcp.json", AttestedScene.servers(scheme: "https"))
        let result = try scene.verify(["--evidence", scene.repository], envelope: scene.bundle)
        #expect(result.code == 1 && result.output.contains("differs: evidence/.mcp.json: SHA-256 is "))
        #expect(result.output.contains("differs: evidence/evidence.json, line "), "\(result.output)")
        #expect(result.output.contains("check mcp/transport-encrypted: is satisfied, attested is not-satisfied"))
        try scene.write(".mcp.json", AttestedScene.servers(scheme: "http"))
        try scene.write("waivers.yaml", "waivers: []\n")
        let waived = try scene.verify(["--evidence", scene.repository], envelope: scene.bundle)
        #expect(waived.code == 1 && waived.output.contains("differs: evidence/waivers.yaml: SHA-256 is "))
    }

    @Test func filesFromElsewhereAreInIt() throws {
        let scene = try AttestedScene("ed25519", bundled: true)
        let (accepted, own) = (scene.folder.path + "/accepted.yaml", scene.folder.path + "/own")
        try Data("waivers: []\n".utf8).write(to: URL(filePath: accepted))
        try FileManager.default.createDirectory(atPath: own + "/profiles", withIntermediateDirectories: true)
        let profile = try String(contentsOf: Self.profile, encoding: .utf8)
        try Data(profile.replacing("id: baseline", with: "id: mine").utf8).write(
            to: URL(filePath: own + "/profiles/mine.yaml"))
        let path = scene.folder.path + "/more.zip"
        try scene.bundle(
            to: path, ["--waivers", accepted, "--catalogs", own, "--profile", "mine", "--system", "billing"])
        let names = try ZipArchive(reading: Array(Data(contentsOf: URL(filePath: path)))).entries.map(\.name)
        #expect(names.contains("waivers/1-accepted.yaml") && names.contains("waivers/2-waivers.yaml"), "\(names)")
        #expect(names.contains("catalogs/own/profiles/mine.yaml"))
        let result = try scene.verify(["--evidence", scene.repository], envelope: URL(filePath: path))
        #expect(result.code == 0 && Self.unchecked(result.output).isEmpty, "\(result.output)")
    }

    private static let profile = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "catalogs/profiles/baseline.yaml")

    @Test func whatHoldsASecretIsLeftOutAndSaid() throws {
        let scene = try AttestedScene("ed25519")
        let secret = "ghp_" + String(repeating: "a1B2", count: 9)
        try scene.write("statements.yaml", "# token: \(secret)\nstatements: []\n")
        try scene.write("waivers.yaml", "# \(secret)\nwaivers: []\n")
        try scene.bundle()
        for file in try FileManager.default.subpathsOfDirectory(atPath: scene.bundle.path) {
            let text = (try? String(contentsOf: scene.bundle.appending(path: file), encoding: .utf8)) ?? ""
            #expect(!text.contains(secret), "\(file)")
        }
        let manifest = try String(contentsOf: scene.bundle.appending(path: "manifest.json"), encoding: .utf8)
        #expect(
            manifest.contains(#"{"name":"statements/statements.yaml","why":"line 1 holds what looks like a secret"}"#))
        let result = try scene.verify(envelope: scene.bundle)
        #expect(result.code == 0, "\(result.output)")
        #expect(result.output.contains("not checked: waivers/waivers.yaml is not in the bundle: line 1 holds"))
        #expect(result.output.contains("not checked: every verdict"))
    }

    @Test func propertiesAreShownItemsAndSelfReportedOnesAreCalledSo() throws {
        let scene = try BundleScene()
        let predicate = try #require(scene.payload("svr.dsse.json")["predicate"] as? [String: Any])
        #expect(
            try scene.payload("svr.dsse.json")["predicateType"] as? String == "https://in-toto.io/attestation/svr/v0.2")
        let properties = try #require(predicate["properties"] as? [String])
        #expect(properties.allSatisfy { $0.hasPrefix("SURETY_") } && !properties.contains { $0.contains("ASI07") })
        #expect(properties.contains("SURETY_SELF_REPORTED_NIST_AI_RMF_1_0_GOVERN_1_1"), "\(properties)")
        let verifier = try #require(predicate["verifier"] as? [String: Any])
        #expect((verifier["policies"] as? [[String: Any]])?.first?["name"] as? String == "catalogs")
        let result = try #require(scene.payload("test-result.dsse.json")["predicate"] as? [String: Any])
        #expect(result["result"] as? String == "FAILED")
        #expect((result["failedTests"] as? [String])?.contains("claude-code@. mcp/transport-encrypted") == true)
        let open = result["https://surety-tool.org/ns/attestation/v1/undeterminedTests"] as? [String] ?? []
        let passed = result["passedTests"] as? [String] ?? []
        #expect(!open.isEmpty && Set(open).isDisjoint(with: passed) && (result["warnedTests"] as? [String]) == [])
    }

    @Test func anEmptyFolderIsNoPass() throws {
        let scene = try AttestedScene("ed25519")
        let (empty, path) = (scene.folder.path + "/empty", scene.folder.path + "/nothing")
        try FileManager.default.createDirectory(atPath: empty, withIntermediateDirectories: true)
        let attest = ["attest", empty, "--key", scene.privateKey, "--at", "2026-11-24", "--bundle", path]
        #expect(try Program.run(attest).code == 2)
        let result = try String(contentsOfFile: path + "/test-result.dsse.json", encoding: .utf8)
        let start = try #require(result.range(of: "\"payload\": \"")?.upperBound)
        let payload = try #require(Data(base64Encoded: String(result[start...].prefix { $0 != "\"" })))
        #expect(String(decoding: payload, as: UTF8.self).contains("\"result\":\"WARNED\""))
        #expect(try scene.verify(["--evidence", empty], envelope: URL(filePath: path)).code == 0)
    }

    @Test func linksPipesAndNamesThatLeadElsewhereAreRefused() throws {
        let scene = try BundleScene()
        let link = scene.bundle.path + "/reports/link.md"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "/etc/hostname")
        #expect(try scene.verify().code == 65)
        try FileManager.default.removeItem(atPath: link)
        #expect(mkfifo(link, 0o600) == 0)
        #expect(try scene.verify().code == 65)
        try FileManager.default.removeItem(atPath: link)
        try scene.write("reports/a\u{202E}b.md", "x")
        #expect(try scene.verify().code == 65)
    }

    @Test func archivesThatCanBeReadInTwoWaysAreRefused() throws {
        let scene = try BundleScene()
        let entries = try scene.entries()
        let good = ZipArchive(entries: entries).bytes
        #expect(try scene.verify([], scene.archive(good)).code == 0)
        let manifest = try #require(entries.first { $0.name == "manifest.json" })
        let tricks = [
            good + Array("PK".utf8), [0] + good, Array(good.dropLast()),
            ZipArchive(entries: entries + [manifest]).bytes,
            ZipArchive(entries: entries + [("MANIFEST.json", manifest.bytes)]).bytes,
            ZipArchive(entries: entries + [("../escape", [1])]).bytes,
            ZipArchive(entries: entries + [("/tmp/escape", [1])]).bytes, [], Array("no archive".utf8),
        ]
        for trick in tricks { #expect(try scene.verify([], scene.archive(trick)).code == 65) }
    }
}
