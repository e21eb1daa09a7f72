import Attesting
import Testing

/// The list of a bundle's files, and what is said of those that are not as listed.
@Suite struct BundleManifestTests {
    private static let files: [String: [UInt8]] = [
        "reports/a.md": Array("a".utf8), "evidence/evidence.json": Array("{}".utf8), "reports/a.dsig.xml": [1],
    ]
    private static let manifest = BundleManifest(
        assessed: ["at": "2026-11-24T00:00:00Z"],
        files: ["reports/a.md", "evidence/evidence.json"].map { BundleManifest.File($0, files[$0] ?? []) },
        inputs: [.init(.waivers, "w.yaml", path: "waivers/1-w.yaml")],
        signatures: [.init("reports/a.dsig.xml", over: "reports/a.md", .detached)], leftOut: ["statements/s": "why"])

    private func differing(_ found: [String: [UInt8]]) -> [String] {
        Self.manifest.review(found).filter { $0.standing == .differs }.map(\.text)
    }

    @Test func itIsWrittenInOneWay() throws {
        let text = String(decoding: Self.manifest.bytes, as: UTF8.self)
        #expect(text.hasPrefix("{\n  \"schema\": \"https://surety-tool.org/ns/bundle/v1\",\n  \"assessed\": {\"at\":"))
        let first = try #require(text.split(separator: "\n").first { $0.contains("evidence.json") })
        #expect(
            first.hasPrefix(
                "    {\"bytes\":2,\"mediaType\":\"application/json\",\"path\":\"evidence/evidence.json\",\"sha256\":"))
        #expect(text.contains("\"form\":\"detached\"") && text.contains("{\"name\":\"statements/s\",\"why\":\"why\"}"))
    }

    @Test func everyDifferenceIsNamed() {
        #expect(differing(Self.files).isEmpty)
        #expect(differing(Self.files.merging(["manifest.json": [1], "svr.dsse.json": [1]]) { $1 }).isEmpty)
        #expect(differing(Self.files.filter { $0.key != "reports/a.md" }) == ["reports/a.md: is not there"])
        #expect(differing(Self.files.filter { !$0.key.hasSuffix("dsig.xml") }) == ["reports/a.dsig.xml: is not there"])
        #expect(differing(Self.files.merging(["x": []]) { $1 }) == ["x: was added, and is not attested"])
        #expect(
            differing(Self.files.merging(["reports/a.md": []]) { $1 }).first?.hasPrefix("reports/a.md: SHA-256 is ")
                == true)
    }

    @Test(
        arguments: [
            [:], ["schema": "other"],
            ["schema": .string(BundleManifest.schema), "files": [["path": "a", "bytes": .integer(1)]]],
            ["schema": .string(BundleManifest.schema), "inputs": [["role": "key", "name": "n", "path": "p"]]],
            ["schema": .string(BundleManifest.schema), "signatures": [["path": "a", "over": "b", "form": "none"]]],
            [
                "schema": .string(BundleManifest.schema),
                "signatures": [
                    ["path": "a", "over": "b", "form": "detached"], ["path": "a", "over": "c", "form": "detached"],
                ],
            ],
        ] as [JSONValue]) func whatLacksAPartIsNoManifest(json: JSONValue)
    {
        #expect(throws: Envelope.Malformed.self) { try BundleManifest(json) }
    }

    @Test(
        arguments: [
            (["a": "x"], ["a": "x"], nil), (["a": "x"], ["a": "y"], "/a: is \"y\", attested is \"x\""),
            (["a": "x"], [:], "/a: is not there, attested is \"x\""), ([:], ["a": "x"], "/a: was not attested"),
            (["a": ["x", "y"]], ["a": ["x", "z"]], "/a/1: is \"z\", attested is \"y\""),
            (["a": ["x"]], ["a": ["x", "z"]], "/a/1: \"z\" was not attested"),
            (["a": ["x", "z"]], ["a": ["x"]], "/a/1: is not there, attested is \"z\""),
            (
                ["b": "1", "a": ["c": .null]], ["b": "2", "a": ["c": .boolean(true)]], "/a/c: is true, attested is null"
            ),
        ] as [(JSONValue, JSONValue, String?)]) func theFirstDifferenceIsNamed(
            old: JSONValue, new: JSONValue, says: String?
        )
    {
        #expect(JSONDifference.first(attested: old, derived: new) == says)
    }
}
