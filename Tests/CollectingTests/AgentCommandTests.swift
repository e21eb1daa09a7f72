import Compliance
import Testing

@testable import Collecting

@Suite struct AgentCommandTests {
    @Test(arguments: [
        ("claude -p \"a; b | c\" --allowedTools 'Bash(git log:*)'", "Claude Code"),
        ("cd x && ANTHROPIC_MODEL=m timeout 600 claude --print hello", "Claude Code"),
        ("npx -y @anthropic-ai/claude-code@1.2.3 -p hi", "Claude Code"), ("codex exec 'fix it'", "Codex"),
        ("echo hi | gemini --yolo -p x", "Gemini CLI"), ("OUT=$(opencode run x)", "opencode"),
        ("copilot -p hi --allow-all-tools", "Copilot CLI"), ("cursor-agent -p --force hi", "Cursor"),
        ("aider --yes-always --message x", "aider"),
    ])
    func commands(script: String, product: String) {
        #expect(AgentCommand(script: script)?.product == product)
    }

    @Test(arguments: [
        "npm install -g @anthropic-ai/claude-code", "claude --version", "echo claude -p", "codex login", "",
        "# claude -p x", "goose configure", "git commit -m 'claude -p'",
    ])
    func otherCommands(script: String) {
        #expect(AgentCommand(script: script) == nil)
    }

    private func workflow(_ on: String, _ steps: String, head: String = "") throws -> Evidence {
        try Workspace([
            ".github/workflows/a.yml": "on: \(on)\n\(head)jobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n\(steps)"
        ]).collect()
    }

    @Test func commandLine() throws {
        let evidence = try workflow(
            "issues",
            """
                  - run: |
                      npx -y @anthropic-ai/claude-code -p "${{ github.event.issue.title }}" \\
                        --allowedTools "Bash(git push:*)" --max-turns 5 --model claude-sonnet-4-5
                    env:
                      ANTHROPIC_API_KEY: ${{ secrets.KEY }}
                      ALL: ${{ toJSON(secrets) }}
            """)
        #expect(evidence.faults == [])
        #expect(evidence.agents == [AgentID("github-actions@.#a/a/0")])
        #expect(evidence[.agent].first?["product"] == "Claude Code on GitHub Actions")
        #expect(evidence[.trigger].first?["untrusted"] == true)
        #expect(evidence[.permission].first?["hazard"] == "arbitrary-code")
        #expect(evidence[.permission].first?["line"] == 6)
        #expect(evidence[.component].first?["pin"] == "none")
        #expect(evidence[.budget].first { $0["kind"] == "turns" }?["value"] == .real(5))
        #expect(evidence[.model].first?["name"] == "claude-sonnet-4-5")
        let all = try #require(evidence[.credential].first { $0["detector"] == "all-secrets" })
        #expect(all["scope_breadth"] == "any")
        #expect(all["line"] == 11)
    }

    @Test(arguments: [
        ("codex exec x", true, "read-only"), ("codex exec --full-auto x", true, "workspace"),
        ("codex exec --yolo x", false, "full"), ("codex exec -s danger-full-access x", false, "full"),
    ])
    func codex(command: String, isOn: Bool, filesystem: String) throws {
        let evidence = try workflow("push", "      - run: \(command)\n")
        let sandbox = try #require(evidence[.sandbox].first { $0["kind"] == "os-sandbox" })
        #expect(sandbox["enabled"] == .boolean(isOn))
        #expect(sandbox["filesystem"] == Value(filesystem))
    }

    @Test func identitiesOfStepsBefore() throws {
        let evidence = try workflow(
            "pull_request_target",
            """
                  - uses: actions/checkout@v4
                    with: { ref: "${{ github.event.pull_request.head.sha }}" }
                  - uses: aws-actions/configure-aws-credentials@v4
                    with: { role-to-assume: "arn:aws:iam::123456789012:role/ci" }
                  - uses: actions/create-github-app-token@v2
                    with: { app-id: 1, permission-contents: write }
                  - uses: anthropics/claude-code-action@v1
                  - uses: azure/login@v2
                    with: { client-id: "late" }
            """, head: "env:\n  DEPLOY_TOKEN: ${{ secrets.DEPLOY }}\n")
        #expect(evidence.faults == [])
        #expect(evidence[.trigger].first?["untrusted"] == true)
        let held = evidence[.credential]
        let role = try #require(held.first { $0["detector"] == "iam-role" })
        #expect(role["name"] == "ci")
        #expect(role["ttl_seconds"] == 3600)
        #expect(role["line"] == 11)
        #expect(held.first { $0["detector"] == "github-app" }?["scope_breadth"] == "broad")
        #expect(held.contains { $0["name"] == "DEPLOY_TOKEN" && $0["storage"] == "environment" && $0["line"] == 3 })
        // The code of the steps before runs with the same token as the agent's.
        #expect(
            evidence[.component].map { $0["name"].text } == [
                "actions/checkout", "aws-actions/configure-aws-credentials", "actions/create-github-app-token",
                "anthropics/claude-code-action",
            ])
        #expect(
            evidence[.component].map { $0["source"].text } == Array(repeating: "GitHub Actions", count: 3) + ["git"])
        // What comes after the agent is not the agent's.
        #expect(!held.contains { $0["detector"] == "azure-client" })
    }

    @Test(arguments: [("opencode", "anomalyco/opencode/github@latest"), ("GitHub Models", "actions/ai-inference@v1")])
    func otherActions(product: String, action: String) throws {
        let evidence = try workflow("issues", "      - uses: \(action)\n        with: { model: m/x }\n")
        #expect(evidence.faults == [])
        #expect(evidence[.agent].first?["product"] == Value("\(product) on GitHub Actions"))
        #expect(evidence[.model].first?["line"] == 7)
        #expect(evidence[.trigger].first?["untrusted"] == (product == "opencode" ? .null : true))
    }

    @Test func ownActionsAndImagesBeforeItAreNoCodeOfOthers() throws {
        let evidence = try workflow(
            "push",
            """
                  - uses: ./.github/actions/setup
                  - uses: docker://alpine:3
                  - uses: a/b@0123456789012345678901234567890123456789
                  - uses: openai/codex-action@v1
                  - uses: openai/codex-action@v1
            """)
        let second = evidence[.component].filter { $0.agent == evidence.agents.last }
        #expect(second.map { $0["name"].text } == ["a/b", "openai/codex-action"])
        #expect(second.map { $0["pin"].text } == ["digest", "range"])
    }

    @Test func installingIsNotRunning() throws {
        #expect(try workflow("push", "      - run: npm i -g @openai/codex\n")[.artifact].isEmpty)
    }

    @Test func appManifest() throws {
        let evidence = try Workspace([
            "app.json": """
            {"name": "Shop agent", "redirect_url": "https://a.test", "public": false,
             "default_permissions": {"contents": "read",
              "workflows": "write",
              "metadata": "read"},
             "default_events": ["issue_comment", "push"]}
            """,
            "other.json": """
            {"name": "Linter", "redirect_url": "https://a.test", "default_permissions": {"contents": "write"}}
            """,
        ]).collect()
        #expect(evidence.faults == [])
        #expect(evidence.agents == [AgentID("github-app@.#Shop agent")])
        #expect(evidence[.permission].map { $0["hazard"].text } == ["arbitrary-code"])
        #expect(evidence[.permission].first?["line"] == 3)
        #expect(evidence[.credential].first?["scope_breadth"] == "broad")
        #expect(evidence[.credential].first?["principal"] == "shop-agent[bot]")
        #expect(evidence[.trigger].map { $0["untrusted"] } == [.null, false])
    }

    /// The same rights are as wide for the token of a job as for the app of the same agent.
    @Test(arguments: [
        ("contents: write", "broad"), ("security_events: write", "broad"), ("issues: write", "narrow"),
        ("contents: read", "narrow"),
    ])
    func tokensAndAppsAreMeasuredAlike(scope: String, breadth: String) throws {
        let parts = scope.split(separator: ":").map { $0.trimmingPrefix(" ") }
        let job = parts[0].replacing("_", with: "-")
        let evidence = try Workspace([
            "app.json": """
            {"name": "agent", "redirect_url": "https://a.test", "default_permissions": {"\(parts[0])": "\(parts[1])"}}
            """,
            ".github/workflows/a.yml": """
            on: push
            jobs:
              a:
                permissions: { \(job): \(parts[1]) }
                steps: [{ uses: openai/codex-action@v1 }]
            """,
        ]).collect()
        let held = evidence[.credential].filter { ["GITHUB_TOKEN", "installation token"].contains($0["name"].text) }
        #expect(held.map { $0["scope_breadth"].text } == [breadth, breadth])
    }
}
