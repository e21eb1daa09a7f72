import Compliance
import Testing

@testable import Collecting

@Suite struct CodexContainmentTests {
    private func collect(_ text: String, requirements: String = "") throws -> Evidence {
        let folder = try Workspace([".codex/config.toml": text])
        if !requirements.isEmpty { try folder.write(requirements, to: "etc/codex/requirements.toml") }
        return try folder.collect()
    }

    @Test(arguments: [
        ("approval_policy = \"never\"", "allowed_approval_policies = [\"untrusted\", \"on-request\"]", "on-risk"),
        ("approval_policy = \"never\"", "allowed_approval_policies = [\"untrusted\"]", "always"),
        ("approval_policy = \"untrusted\"", "allowed_approval_policies = [\"untrusted\", \"never\"]", "always"),
        ("approvals_reviewer = \"auto_review\"", "allowed_approvals_reviewers = [\"user\"]", "on-risk"),
        ("approvals_reviewer = \"auto_review\"", "", "model"),
        ("approval_policy = { granular = { sandbox_approval = true } }", "", "on-risk"),
        ("approval_policy = { granular = { sandbox_approval = false } }", "", "never"),
    ])
    func shellGate(text: String, requirements: String, mode: String) throws {
        let rows = try collect(text, requirements: requirements)[.approval].filter { $0["covers"] == "shell" }
        #expect(rows.map { $0["mode"].text } == [mode])
    }

    @Test func demandsLockTheBypass() throws {
        let demand = "allowed_approval_policies = [\"on-request\"]\nallowed_sandbox_modes = [\"read-only\"]\n"
        let locked = try collect("model = \"m\"", requirements: demand)
        #expect(locked[.approval].allSatisfy { $0["bypassable"] == false })
        #expect(try collect("model = \"m\"")[.approval].allSatisfy { $0["bypassable"] == true })
    }

    @Test(arguments: [
        ("sandbox_mode = \"danger-full-access\"", "allowed_sandbox_modes = [\"read-only\"]", "read-only", "none", true),
        ("sandbox_mode = \"danger-full-access\"", "", "full", "open", false),
        ("default_permissions = \":read-only\"", "", "read-only", "none", true),
        ("default_permissions = \":danger-no-sandbox\"", "", "full", "open", false),
        ("sandbox_mode = \"read-only\"\ndefault_permissions = \":workspace\"", "", "workspace", "none", true),
        (
            "default_permissions = \"p\"\n[permissions.p.filesystem]\n\"/srv\" = \"write\"\n[permissions.p.network]\n"
                + "enabled = true\n[permissions.p.network.domains]\n\"api.example.com\" = \"allow\"", "", "workspace",
            "allowlist", true
        ),
        ("[sandbox_workspace_write]\nwritable_roots = [\"/\"]", "", "full", "none", true),
    ])
    func isolation(text: String, requirements: String, files: String, network: String, enabled: Bool) throws {
        let rows = try collect(text, requirements: requirements)[.sandbox]
        #expect(rows.map { $0["filesystem"].text } == [files])
        #expect(rows.map { $0["network"].text } == [network])
        #expect(rows.map { $0["enabled"].boolean } == [enabled])
    }

    @Test func writableRootsAreFolders() throws {
        let text = "[sandbox_workspace_write]\nwritable_roots = [\n  \"/home/ann\",\n  \"/srv/x\",\n]\n"
        let evidence = try collect(text)
        #expect(evidence[.dataSource].map { $0["name"].text } == ["/home/ann", "/srv/x"])
        #expect(evidence[.dataSource].map { $0["line"].integer } == [3, 4])
        #expect(evidence[.sandbox].first?["weakened"] == true)
    }

    @Test func domainsOfTheProfileAreDestinations() throws {
        let text =
            "default_permissions = \"p\"\n[permissions.p.network]\nenabled = true\n"
            + "[permissions.p.network.domains]\n\"*.example.com\" = \"allow\"\n\"evil.test\" = \"deny\"\n"
        let rows = try collect(text)[.egress]
        #expect(rows.map { $0["effect"].text } == ["allow", "deny"])
        #expect(rows.map { $0["breadth"].text } == ["pattern", "exact"])
        #expect(rows.map { $0["line"].integer } == [5, 6])
    }

    @Test(arguments: [
        ("model = \"m\"", "", "read"), ("web_search = \"live\"", "", "network"),
        ("web_search = \"live\"", "allowed_web_search_modes = [\"cached\"]", "read"),
        ("sandbox_mode = \"danger-full-access\"", "", "network"),
    ])
    func webSearch(text: String, requirements: String, effect: String) throws {
        let tool = try collect(text, requirements: requirements)[.tool].first { $0["name"] == "web_search" }
        #expect(tool?["effect"].text == effect)
    }

    @Test(arguments: [
        ("web_search = \"disabled\"", ""), ("web_search = \"live\"", "allowed_web_search_modes = []"),
        ("[tools]\nweb_search = false", ""),
    ])
    func webSearchIsOff(text: String, requirements: String) throws {
        #expect(try !collect(text, requirements: requirements)[.tool].contains { $0["name"] == "web_search" })
    }

    @Test(arguments: [
        ("", true), ("[mcp_servers.a.identity]\ncommand = \"run\"", true),
        ("[mcp_servers.a.identity]\ncommand = \"other\"", false),
        ("[mcp_servers.b.identity]\ncommand = \"run\"", false),
    ])
    func serversNeedAdmission(requirements: String, enabled: Bool) throws {
        let rows = try collect("[mcp_servers.a]\ncommand = \"run\"\n", requirements: requirements)[.mcpServer]
        #expect(rows.map { $0["enabled"].boolean } == [enabled])
    }

    @Test(
        arguments: [
            ("", "marked"), ("default_tools_approval_mode = \"prompt\"", "none"),
            ("default_tools_approval_mode = \"approve\"", "all"),
            ("default_tools_approval_mode = \"writes\"", "marked"),
            ("default_tools_approval_mode = \"approve\"", "all"),
        ] as [(String, String?)])
    func approvalOfServerTools(line: String, approved: String?) throws {
        let text = "[mcp_servers.a]\nurl = \"https://mcp.example.com\"\n\(line)\n"
        let row = try collect(text)[.mcpServer].first
        #expect(row?["auto_approved"].text == approved)
        // Codex starts OAuth by itself, so how the server is told who calls is not known.
        #expect(row?["auth"] == .null)
    }

    @Test func providerOfTheUserIsReached() throws {
        let text =
            "model_provider = \"p\"\n[model_providers.p]\nbase_url = \"http://llm.example.com\"\n"
            + "env_key = \"LLM_KEY\"\n"
        let evidence = try Workspace(["home/ann/.codex/config.toml": text]).collect()
        #expect(evidence[.model].first?["endpoint"] == "http://llm.example.com")
        #expect(evidence[.model].first?["endpoint_tls"] == false)
        let key = evidence[.credential].first
        #expect(key?["name"] == "LLM_KEY")
        #expect(key?["storage"] == "environment")
        #expect(key?["line"] == 4)
    }

    @Test func requirementsAloneAreTheMachines() throws {
        let folder = try Workspace(["etc/codex/requirements.toml": "allowed_sandbox_modes = [\"read-only\"]"])
        let evidence = try folder.collect()
        #expect(evidence[.sandbox].map { $0["filesystem"].text } == ["read-only"])
        #expect(evidence[.setting].map { $0["level"].text } == ["managed"])
    }

    @Test func brokenRequirementsCreditNothing() throws {
        let evidence = try collect("sandbox_mode = \"read-only\"", requirements: "allowed_sandbox_modes = [")
        #expect(evidence[.sandbox].isEmpty)
    }

    @Test func theNetworkProxyBoundsWhereCommandsConnect() throws {
        let evidence = try Workspace([
            ".codex/config.toml": """
            sandbox_mode = "workspace-write"
            [sandbox_workspace_write]
            network_access = true
            [features.network_proxy]
            enabled = true
            [features.network_proxy.domains]
            "github.com" = "allow"
            "evil.example" = "deny"
            """
        ]).collect()
        #expect(evidence[.sandbox].map { $0["network"] } == ["allowlist"])
        #expect(
            evidence[.egress].map { [$0["destination"], $0["effect"], $0["line"]] } == [
                ["github.com", "allow", 7], ["evil.example", "deny", 8],
            ])
    }
}
