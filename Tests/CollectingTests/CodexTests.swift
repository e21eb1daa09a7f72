import Compliance
import Testing

@testable import Collecting

@Suite struct CodexTests {
    private func collect(_ text: String) throws -> Evidence {
        try Workspace([".codex/config.toml": text]).collect()
    }

    @Test(arguments: [
        ("approval_policy = \"never\"", "never"), ("approval_policy = \"on-request\"", "on-risk"),
        ("approval_policy = \"untrusted\"", "always"), ("model = \"m\"", "on-risk"),
    ])
    func approvalPolicy(text: String, mode: String) throws {
        let modes = Set(try collect(text)[.approval].filter { $0["covers"] == "shell" }.compactMap { $0["mode"].text })
        #expect(modes == [mode])
    }

    @Test func fullAccessHasNoSandboxAndOpenEgress() throws {
        let evidence = try collect("sandbox_mode = \"danger-full-access\"")
        #expect(evidence[.sandbox].first?["enabled"] == false)
        #expect(evidence[.sandbox].first?["network"] == "open")
        #expect(evidence[.egress].first?["destination"] == "*")
    }

    @Test func workspaceSandboxIsClosed() throws {
        let evidence = try collect("sandbox_mode = \"workspace-write\"")
        #expect(evidence[.sandbox].first?["network"] == "none")
        #expect(evidence[.egress].isEmpty)
    }

    @Test func projectFileLosesKeys() throws {
        let evidence = try collect("model_provider = \"mine\"\nnotify = [\"x\"]\nprofile = \"p\"\n")
        for key in ["model_provider", "notify", "profile"] {
            let row = evidence[.setting].first { $0["key"].text == key }
            #expect(row?["status"] == "not-honoured", "\(key)")
        }
        #expect(evidence[.model].first?["provider"] != "mine")
    }

    @Test func profileIsNotInForce() throws {
        let evidence = try collect("[profiles.fast]\napproval_policy = \"never\"\n")
        #expect(!evidence[.approval].contains { $0["covers"] == "shell" && $0["mode"] == "never" })
        #expect(evidence[.setting].allSatisfy { $0["status"] != "in-force" })
    }

    @Test func requirementsOfARepositoryAreNotHonoured() throws {
        let folder = try Workspace([
            ".codex/config.toml": "model = \"m\"",
            ".codex/requirements.toml": "allowed_approval_policies = [\"untrusted\"]",
        ])
        let rows = try folder.collect()[.setting].filter { $0["artifact"].text == ".codex/requirements.toml" }
        #expect(!rows.isEmpty)
        #expect(rows.allSatisfy { $0["status"] == ($0["type"] == "section" ? "misplaced" : "not-honoured") })
    }

    @Test func agentIsNamedAfterTheFolder() throws {
        let folder = try Workspace(["team/a/.codex/config.toml": "model = \"m\"", "AGENTS.md": "Hello"])
        #expect(try folder.collect().agents == [AgentID("codex@team/a")])
    }
}
