import Compliance
import Testing

@testable import Collecting

@Suite struct DevContainerTests {
    private func collect(_ text: String, at path: String = ".devcontainer/devcontainer.json") throws -> Evidence {
        try Workspace([path: text]).collect()
    }

    @Test func anOpenContainer() throws {
        let evidence = try collect(
            """
            {
              // Everything at once.
              "image": "mcr.microsoft.com/devcontainers/base:ubuntu",
              "features": {
                "ghcr.io/anthropics/devcontainer-features/claude-code": {},
                "ghcr.io/devcontainers/features/docker-outside-of-docker:1": {}
              },
              "build": { "args": { "CLAUDE_CODE_VERSION": "latest", "GO_VERSION": "latest" } },
              "runArgs": ["--cap-add=SYS_ADMIN", "--network", "host", "--security-opt", "seccomp=unconfined"],
              "mounts": ["source=${localEnv:HOME}/.claude,target=/home/x/.claude,type=bind", "source=v,target=/v,type=volume"],
              "remoteUser": "root",
              "containerEnv": { "GITHUB_TOKEN": "${localEnv:GITHUB_TOKEN}", "SERVICE_API_KEY": "\(MadeUp.plain)" },
              "postCreateCommand": { "a": "npm install -g @anthropic-ai/claude-code", "b": ["echo", "x"] },
              "customizations": { "vscode": { "mcp": { "servers": { "files": { "command": "npx", "args": ["-y", "shop-mcp"] } } } } },
            }
            """)
        #expect(evidence.faults == [])
        #expect(evidence.agents == [AgentID("devcontainer@.")])
        #expect(evidence[.agent].first?["product"] == "Claude Code in a Dev Container")
        let sandbox = try #require(evidence[.sandbox].first)
        #expect(sandbox["escapable"] == true)
        #expect(sandbox["weakened"] == true)
        #expect(sandbox["network"] == "open")
        #expect(sandbox["runs_as_root"] == true)
        #expect(sandbox.line == 9)
        #expect(evidence[.approval].isEmpty)
        #expect(evidence[.component].map { $0["pin"].text } == ["none", "none", "none", "none"])
        #expect(evidence[.component].map(\.line) == [3, 5, 8, 13])
        #expect(evidence[.dataSource].map { $0["name"].text } == ["~/.claude"])
        #expect(evidence[.credential].first { $0["detector"] == "docker-socket" }?.line == 6)
        #expect(evidence[.credential].contains { $0["name"] == "GITHUB_TOKEN" && $0["storage"] == "environment" })
        #expect(evidence[.credential].contains { $0["storage"] == "inline" && $0.line == 12 })
        #expect(evidence[.mcpServer].map { $0["name"].text } == ["files"])
        #expect(!evidence.texts.contains { $0.contains(MadeUp.plain) })
    }

    /// A script that closes the network needs the right to.
    @Test(arguments: [
        (#""postStartCommand": "sudo init-firewall.sh""#, false), (#""postStartCommand": "true""#, true),
    ])
    func aFirewallIsNoWeakness(command: String, isWeakened: Bool) throws {
        let evidence = try collect(
            #"{"name": "claude-code", "runArgs": ["--cap-add=NET_ADMIN"], "remoteUser": "node", \#(command)}"#)
        let sandbox = try #require(evidence[.sandbox].first)
        #expect(sandbox["weakened"].boolean == isWeakened)
        #expect(sandbox["network"] == .null)
        #expect(sandbox["runs_as_root"] == false)
        #expect(sandbox["escapable"] == false)
    }

    @Test(arguments: [
        (#""postStartCommand": ["claude", "--dangerously-skip-permissions"]"#, "/postStartCommand"),
        (
            #""customizations": {"vscode": {"settings": {"chat.tools.autoApprove": true}}}"#,
            "/customizations/vscode/settings/chat.tools.autoApprove"
        ),
    ])
    func questionsThatAreTakenAwayAreTold(text: String, pointer: String) throws {
        let evidence = try collect("{\"name\": \"claude-code\",\n\(text)}")
        #expect(evidence.faults == [])
        let gate = try #require(evidence[.approval].first)
        #expect(gate["mode"] == "never")
        #expect(gate.pointer == pointer)
        #expect(gate.line == 2)
    }

    @Test func dockerInDockerIsCitedAtItsFeature() throws {
        let evidence = try collect(
            "{\"image\": \"x\",\n\"features\": {\n\"ghcr.io/devcontainers/features/docker-in-docker:2\": {}},\"x\": \"claude-code\"}"
        )
        let sandbox = try #require(evidence[.sandbox].first)
        #expect(sandbox["escapable"] == true)
        #expect(sandbox.line == 3)
    }

    @Test(arguments: [
        (".devcontainer.json", "devcontainer@."), ("a/.devcontainer/devcontainer.json", "devcontainer@a"),
        ("a/.devcontainer/gpu/devcontainer.json", "devcontainer@a#gpu"),
    ])
    func whereItMayLie(path: String, id: String) throws {
        #expect(try collect(#"{"name": "x", "x": "github.copilot"}"#, at: path).agents == [AgentID(id)])
    }

    @Test(arguments: [
        #"{"name": "go", "x": "mcp"}"#, #"{"customizations": {"vscode": {"mcp": {}}}}"#, "[\"claude-code\"]x", "{}",
    ])
    func othersAndBrokenOnesShowNothing(text: String) throws {
        let evidence = try collect(text)
        #expect(evidence.faults == [])
        #expect(evidence[.sandbox].isEmpty)
        #expect(evidence[.component].isEmpty)
    }

    @Test(arguments: [
        #"{"image": "claude-code", "runArgs": "x", "mounts": [1, {"type": "bind"}, "a", ""], "features": []}"#,
        #"{"image": ["claude-code"], "runArgs": ["", "--cap-add", "="], "build": 1, "postCreateCommand": [[1]]}"#,
    ])
    func oddShapesAreTaken(text: String) throws {
        let evidence = try collect(text)
        #expect(evidence.faults == [])
        #expect(evidence[.sandbox].count == 1)
    }
}
