import Compliance
import Testing

@testable import Collecting

@Suite struct GitHubAgentTests {
    private func workflow(_ text: String) throws -> Evidence {
        try Workspace([".github/workflows/agent.yml": text]).collect()
    }

    @Test func claude() throws {
        let evidence = try workflow(
            """
            on:
              pull_request_target:
              schedule: [{ cron: "0 3 * * *" }]
              workflow_dispatch:
            permissions: read-all
            jobs:
              review:
                runs-on: ubuntu-latest
                permissions:
                  contents: write
                  issues: read
                steps:
                  - uses: actions/checkout@v4
                  - uses: anthropics/claude-code-action@v1
                    with:
                      anthropic_api_key: ${{ secrets.ANTHROPIC_API_KEY }}
                      prompt: "Look at ${{ github.event.pull_request.title }}"
                      claude_args: |
                        --max-turns 12 --model claude-sonnet-4-5-20250929
                        --allowedTools "Bash(git log:*),Edit" --disallowedTools WebFetch
            """)
        #expect(evidence.faults == [])
        #expect(evidence.agents == [AgentID("github-actions@.#agent/review/1")])
        #expect(evidence[.trigger].map { $0["kind"].text } == ["event", "schedule", "human"])
        #expect(evidence[.trigger].map { $0["untrusted"] } == [true, false, false])
        #expect(evidence[.trigger].map { $0["line"].integer } == [2, 3, 4])
        let token = evidence[.credential].first { $0["name"] == "GITHUB_TOKEN" }
        #expect(token?["scope_breadth"] == "broad")
        #expect(evidence[.credential].contains { $0["name"] == "anthropic_api_key" && $0["storage"] == "environment" })
        let rules = evidence[.permission]
        #expect(
            rules.map { $0["rule"].text } == ["permissions: contents: write", "Bash(git log:*)", "Edit", "WebFetch"])
        #expect(rules.map { $0["effect"].text } == ["allow", "allow", "allow", "deny"])
        #expect(rules[0]["hazard"] == "publish")
        #expect(rules[0]["line"] == 10)
        #expect(evidence[.component].first?["pin"] == "range")
        #expect(evidence[.budget].first { $0["kind"] == "turns" }?["value"] == .real(12))
        #expect(evidence[.model].first?["pinned"] == true)
        #expect(evidence[.sandbox].first?["enabled"] == true)
    }

    @Test(arguments: [
        ("anthropics/claude-code-action@v1", "", Value.null), ("openai/codex-action@v1", "allow-users: '*'", true),
        ("google-github-actions/run-gemini-cli@v0", "", true),
        ("anthropics/claude-code-action@v1", "allowed_non_write_users: '*'", true),
    ])
    func whoStartsIt(action: String, input: String, untrusted: Value) throws {
        let evidence = try workflow(
            "on: issue_comment\njobs:\n  a:\n    runs-on: self-hosted\n    steps:\n      - uses: \(action)\n        with: { prompt: x\(input.isEmpty ? "" : ", " + input) }"
        )
        #expect(evidence[.trigger].map { $0["untrusted"] } == [untrusted])
        #expect(evidence[.sandbox].first { $0["kind"] == "self-hosted runner" }?["enabled"] == false)
        #expect(evidence[.credential].first { $0["name"] == "GITHUB_TOKEN" }?["scope_breadth"] == .null)
    }

    @Test func codexWithoutItsSandbox() throws {
        let evidence = try workflow(
            """
            on: [push]
            jobs:
              a:
                steps:
                  - uses: openai/codex-action@0123456789012345678901234567890123456789
                    with:
                      sandbox: danger-full-access
                      safety-strategy: unsafe
            """)
        #expect(evidence.faults == [])
        let sandbox = try #require(evidence[.sandbox].first { $0["kind"] == "os-sandbox" })
        #expect(sandbox["enabled"] == false)
        #expect(sandbox["weakened"] == true)
        #expect(sandbox["line"] == 7)
        #expect(evidence[.permission].first?["hazard"] == "arbitrary-code")
        #expect(evidence[.component].first?["pin"] == "digest")
    }

    @Test func anExampleElsewhereIsATemplate() throws {
        let text = """
            on: issue_comment
            jobs:
              a:
                runs-on: ubuntu-latest
                permissions: { contents: write }
                steps:
                  - uses: anthropics/claude-code-action@v1
            """
        let evidence = try Workspace(["docs/examples/claude.yml": text]).collect()
        #expect(evidence.faults == [])
        #expect(evidence.agents == [AgentID("github-actions@docs/examples#claude/a/0")])
        #expect(evidence[.agent].first?["kind"] == "policy-template")
        #expect(evidence[.credential].first { $0["name"] == "GITHUB_TOKEN" }?["scope_breadth"] == "broad")
        #expect(evidence[.budget].first { $0["kind"] == "turns" }?["value"] == .null)
        #expect(evidence.artifact("docs/examples/claude.yml")?["status"] == "read")
    }

    @Test(arguments: ["jobs:\n  a: { runs-on: x, steps: 3 }\n", "jobs: [ runs-on:\n", "x: 'jobs: runs-on:'\n"])
    func whatIsNoWorkflowElsewhereIsNone(text: String) throws {
        let evidence = try Workspace(["x/y.yml": text + "# anthropics/claude-code-action@v1"]).collect()
        #expect(evidence.faults == [])
        #expect(evidence.agents == [])
    }

    @Test func workflowsWithoutAgentsAreLeftAlone() throws {
        #expect(try workflow("on: push\njobs: { a: { steps: [{ run: make }] } }")[.artifact].isEmpty)
    }

    @Test func brokenWorkflowIsRefused() throws {
        let evidence = try workflow("jobs: [ # anthropics/claude-code-action\n")
        #expect(evidence.artifact(".github/workflows/agent.yml")?["status"] == "refused")
    }

    @Test func argumentsAreParted() {
        #expect(ArgumentWords.split("--a 'b c' --d=\"e f\"\n# no\n--g \"\"") == ["--a", "b c", "--d=e f", "--g", ""])
        #expect(ArgumentWords.rules("Bash(a, b:*),Edit  Read") == ["Bash(a, b:*)", "Edit", "Read"])
    }
}
