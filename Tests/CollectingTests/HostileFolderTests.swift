import Hashing
import Collecting
import Compliance
import Foundation
import Testing

@Suite struct HostileFolderTests {
    @Test func anEmptyFolderIsNoEvidence() throws {
        #expect(try Workspace().collect().isEmpty)
    }

    @Test func aFolderThatIsNotThereIsAnError() {
        #expect(throws: CollectionError.self) { try Collection.run(["/nowhere/at/all"]) { _ in } }
    }

    @Test func linksLeadNowhereOutside() throws {
        let outside = try Workspace(["secret.json": "{}"])
        let workspace = try Workspace(["real/.mcp.json": "{}"])
        let manager = FileManager.default
        try manager.createSymbolicLink(
            at: workspace.root.appending(path: ".mcp.json"),
            withDestinationURL: outside.root.appending(path: "secret.json"))
        try manager.createSymbolicLink(at: workspace.root.appending(path: "loop"), withDestinationURL: workspace.root)
        let evidence = try workspace.collect()
        let states = Dictionary(
            uniqueKeysWithValues: evidence[.artifact].map { ($0["path"].text ?? "", $0["status"].text ?? "") })
        #expect(states == [".mcp.json": "refused", "loop": "excluded", "real/.mcp.json": "read"])
    }

    @Test func whatNoCollectorReadsIsNamed() throws {
        let evidence = try Workspace(["tool/.continue/config.json": "{}", "node_modules/a/.mcp.json": "{}"]).collect()
        #expect(evidence[.artifact].map { $0["status"] } == ["excluded", "unsupported"])
        #expect(evidence.isEmpty)
    }

    @Test func noSecretIsKept() throws {
        // Put together here, so that no scanner finds a secret in this repository.
        let secrets = [
            "ghp_" + String(repeating: "aB3d", count: 9), "sk-ant-" + String(repeating: "x9Yz", count: 8),
            "Kq7nightly2Zp9vT",
        ]
        let evidence = try Workspace([
            ".mcp.json": """
            {"mcpServers": {"a": {"command": "x", "args": ["--token=\(secrets[0])"], "env": {"API_KEY": "\(secrets[1])",
              "DB_URL": "postgres://u:\(secrets[2])@h/db", "OK_KEY": "${OK_KEY}", "DUMMY_KEY": "YOUR_KEY_HERE"}}}}
            """
        ]).collect()
        #expect(evidence[.credential].filter { $0["storage"] == "inline" }.count == 3)
        #expect(evidence[.credential].filter { $0["storage"] == "environment" }.map { $0["name"] } == ["OK_KEY"])
        let text = String(decoding: evidence.file, as: UTF8.self)
        for secret in secrets { #expect(!text.contains(secret)) }
    }

    @Test func evidenceSurvivesItsFile() throws {
        let evidence = try Workspace([".codex/config.toml": "approval_policy = \"never\"\n"]).collect()
        let bytes = evidence.file
        let read = try #require(try EvidenceFile.decode(bytes, name: "e.json"))
        #expect(read.file == bytes)
        #expect(try EvidenceFile.decode(Array("{}".utf8), name: "e.json") == nil)
    }

    @Test func statementsAreHeldAgainstTheirDocument() throws {
        let digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        let entry = { (document: String, digest: String) in
            "  - {claim: c, control: a/b, method: examine, by: p, role: r, stated_on: 2026-01-01, expires_on: 2026-06-01, document: \(document), document_sha256: \(digest)}\n"
        }
        let evidence = try Workspace([
            ".codex/config.toml": "model = \"x\"\n", "doc.txt": "abc",
            "statements.yaml": "agents: [{agent: codex@., owner: Ann}]\nstatements:\n" + entry("doc.txt", digest)
                + entry("doc.txt", String(repeating: "0", count: 64)) + entry("none.txt", digest)
                + entry("../doc.txt", digest),
        ]).collect()
        #expect(
            evidence[.statement].map { $0["document_status"].text } == ["matches", "differs", "missing", "missing"])
        #expect(evidence[.agent].map { $0["owner"].text } == ["Ann"])
    }

    @Test func aSignatureFileBringsNoTextOfItsOwn() throws {
        let entry =
            "statements:\n  - {id: n, claim: c, control: a/b, method: interview, by: p, role: r, stated_on: 2026-01-01, expires_on: 2026-06-01}\n"
        let subject = #"[{"digest":{"sha256":"\#(String(repeating: "0", count: 64))"},"name":"statement/n"}]"#
        let payload = { (predicate: String) in
            let text =
                #"{"_type":"https://in-toto.io/Statement/v1","predicate":\#(predicate),"predicateType":"https://surety-tool.org/ns/statement/v1","subject":\#(subject)}"#
            return Base64.text(of: Array(text.utf8))
        }
        let file = { (predicate: String, more: String) in
            let signature = #"{"keyid":"\#(String(repeating: "0", count: 64))","sig":"AAAA"}"#
            return
                #"{"payloadType":"application/vnd.in-toto+json","signatures":[\#(signature)],"payload":"\#(payload(predicate))"\#(more)}"#
        }
        let token = "ghp_0123456789abcdefghijABCDEFGHIJ012345"
        let hostile = [
            file("{}", #","note":"x""#), file(#"{"note":"x"}"#, ""), file(#"{"system":"\#(token)"}"#, ""),
            file(#"{"system":{}}"#, ""), "[]", "{", #"{"payloadType":"application/vnd.in-toto+json"}"#,
            file("{}", String(repeating: " ", count: 9_000)),
        ]
        for (place, text) in ([file("{}", "")] + hostile).enumerated() {
            let evidence = try Workspace([
                ".codex/config.toml": "model = \"x\"\n", "statements.yaml": entry, "statements/n.dsse.json": text,
            ]).collect()
            let row = try #require(evidence[.statement].first)
            #expect((row["envelope"] == .null) == (place > 0) && (row["signature"].text == "invalid") == (place > 0))
            #expect(evidence[.artifact].contains { $0["status"].text == "refused" } == (place > 0))
            #expect(!String(decoding: evidence.file, as: UTF8.self).contains(token))
        }
    }
}
