import Compliance
import Foundation
import Testing

@testable import Collecting

@Suite(.enabled(if: PythonInterpreter.path != nil)) struct PythonAgentTests {
    private func collect(_ files: [String: String], python: String? = PythonInterpreter.path) throws -> Evidence {
        let folder = try Workspace(files)
        return try withExtendedLifetime(folder) {
            try Collection.run([folder.root.path], python: python) { _ in }
        }
    }

    private func texts(_ rows: [Row], _ columns: String...) -> [String] {
        rows.map { row in columns.map { row[$0].description }.joined(separator: " ") }.sorted()
    }

    @Test func openAIAgents() throws {
        let evidence = try collect([
            "shop/requirements.txt": "openai-agents\n", "shop/app/main.py": PythonSources.openAI,
            "shop/app/helpers.py": "def refund_customer(order):\n    return eval(order)\n",
        ])
        #expect(evidence.faults == [])
        #expect(evidence.agents == [AgentID("openai-agents@shop")])
        #expect(
            texts(evidence[.tool], "actor", "name", "origin", "effect", "approval", "hazard", "hazard_at")
                == [
                    "Billing refund_customer code payment never code shop/app/helpers.py:2",
                    "main * mcp not known never not known not known",
                    "Suppört WebSearchTool built-in network never not known not known",
                    "Suppört delete_user code destructive always unverified-tls shop/app/main.py:14",
                    "Suppört run_command code execute never shell shop/app/main.py:10",
                ].sorted())
        let server = try #require(evidence[.mcpServer].first)
        #expect(server["name"] == "wiki" && server["tls"] == false && server["auto_approved"] == "all")
        #expect(server.line == 22 && server["url"] == "http://wiki.shop.test/mcp")
        let budget = try #require(evidence[.budget].first)
        #expect(budget["value"] == .real(1000) || budget["value"] == 1000)
        #expect(budget.line == 25 && budget.column == 51)
        #expect(texts(evidence[.delegation], "peer") == ["Billing"])
        #expect(texts(evidence[.guardrail], "stage", "provider") == ["input input_guardrails: no_jokes"])
        // The instruction stands behind an umlaut: columns count characters, not bytes.
        #expect(evidence[.instruction].first { $0["overrides"] == true }?.column == 34)
        #expect(evidence[.telemetry].first?["remote"] == true)
        #expect(texts(evidence[.credential], "storage", "line") == ["inline 6"])
        #expect(evidence.excerpts["shop/app/main.py"]?[6] == "API_KEY = [redacted]")
        #expect(!evidence.texts.contains { $0.contains(MadeUp.openAI) })
        #expect(evidence.artifact("shop/app/helpers.py")?["status"] == "read")
        #expect(evidence.completeness("tool") == ["complete"])
        #expect(evidence.completeness("credential") == ["partial"])
    }

    struct Expected: Sendable, CustomTestStringConvertible {
        let source: String
        let agent: String
        let table: Table
        let row: [String: Value]
        let line: Int
        var testDescription: String { "\(agent) \(table.rawValue) \(row)" }
    }

    static let expected: [Expected] = [
        Expected(
            source: PythonSources.langGraph, agent: "langgraph", table: .model,
            row: ["name": "gpt-4o-2024-11-20", "pinned": true, "endpoint_tls": false], line: 8),
        Expected(
            source: PythonSources.langGraph, agent: "langgraph", table: .tool,
            row: ["name": "pay_invoice", "effect": "payment", "approval": "always"], line: 11),
        Expected(
            source: PythonSources.langGraph, agent: "langgraph", table: .sandbox, row: ["enabled": false], line: 17),
        Expected(
            source: PythonSources.langGraph, agent: "langgraph", table: .budget, row: ["unit": "steps"], line: 22),
        Expected(
            source: PythonSources.langGraph, agent: "langgraph", table: .memory,
            row: ["kind": "transcript", "scope": "session", "enabled": true], line: 19),
        Expected(
            source: PythonSources.langGraph, agent: "langgraph", table: .approval, row: ["mode": "on-risk"], line: 20),
        Expected(
            source: PythonSources.langGraph, agent: "langgraph", table: .credential,
            row: ["name": "OPENAI_API_KEY", "storage": "environment"], line: 8),
        Expected(
            source: PythonSources.langChain, agent: "langgraph", table: .tool,
            row: ["name": "delete_order", "effect": "destructive", "approval": "always"], line: 10),
        Expected(
            source: PythonSources.langChain, agent: "langgraph", table: .mcpServer,
            row: ["name": "wiki", "tls": false, "transport": "http"], line: 6),
        Expected(
            source: PythonSources.langChain, agent: "langgraph", table: .mcpServer,
            row: ["name": "files", "pin": "exact", "package": "@scope/files", "filesystem_reach": "root"], line: 7),
        Expected(
            source: PythonSources.langChain, agent: "langgraph", table: .model,
            row: ["provider": "Anthropic", "name": "claude-sonnet-4-5", "pinned": false], line: 14),
        Expected(
            source: PythonSources.langChain, agent: "langgraph", table: .guardrail, row: ["stage": "input"], line: 16),
        Expected(
            source: PythonSources.crew, agent: "crewai", table: .tool,
            row: ["actor": "Researcher", "name": "SerperDevTool", "effect": "network", "approval": "never"], line: 4),
        Expected(
            source: PythonSources.crew, agent: "crewai", table: .sandbox,
            row: ["kind": "LocalCommandLineCodeExecutor", "enabled": false], line: 5),
        Expected(
            source: PythonSources.crew, agent: "crewai", table: .delegation,
            row: ["peer": "other agents of the crew"], line: 5),
        Expected(
            source: PythonSources.crew, agent: "crewai", table: .memory, row: ["kind": "notes", "enabled": true],
            line: 8),
        Expected(source: PythonSources.crew, agent: "crewai", table: .approval, row: ["mode": "on-risk"], line: 7),
        Expected(
            source: PythonSources.adk, agent: "adk", table: .tool,
            row: ["name": "transfer_money", "effect": "payment", "approval": "never"], line: 6),
        Expected(
            source: PythonSources.adk, agent: "adk", table: .tool,
            row: ["name": "refund", "effect": "payment", "approval": "always"], line: 7),
        Expected(
            source: PythonSources.adk, agent: "adk", table: .sandbox,
            row: ["kind": "UnsafeLocalCodeExecutor", "enabled": false], line: 15),
        Expected(
            source: PythonSources.adk, agent: "adk", table: .mcpServer,
            row: ["host": "mcp.shop.test", "tls": true, "transport": "sse"], line: 14),
        Expected(
            source: PythonSources.adk, agent: "adk", table: .budget, row: ["actor": "loop", "value": nil], line: 16),
        Expected(
            source: PythonSources.autoGen, agent: "autogen", table: .sandbox,
            row: ["kind": "LocalCommandLineCodeExecutor", "enabled": false], line: 10),
        Expected(
            source: PythonSources.autoGen, agent: "autogen", table: .credential, row: ["storage": "inline"], line: 8),
        Expected(
            source: PythonSources.autoGen, agent: "autogen", table: .budget, row: ["unit": "messages"], line: 12),
        Expected(source: PythonSources.ag2, agent: "autogen", table: .approval, row: ["mode": "never"], line: 2),
        Expected(
            source: PythonSources.ag2, agent: "autogen", table: .model,
            row: ["name": "gpt-4o-2024-08-06", "pinned": true], line: 3),
        Expected(
            source: PythonSources.pydantic, agent: "pydantic-ai", table: .tool,
            row: ["name": "drop_table", "effect": "destructive", "approval": "always"], line: 8),
        Expected(
            source: PythonSources.pydantic, agent: "pydantic-ai", table: .budget,
            row: ["unit": "requests", "value": nil], line: 14),
        Expected(
            source: PythonSources.pydantic, agent: "pydantic-ai", table: .mcpServer,
            row: ["package": "mcp-server-git", "pin": "none", "launcher": "uvx"], line: 4),
        Expected(
            source: PythonSources.smol, agent: "smolagents", table: .sandbox,
            row: ["kind": "LocalPythonExecutor", "enabled": false, "weakened": true], line: 4),
        Expected(
            source: PythonSources.smol, agent: "smolagents", table: .mcpServer,
            row: ["host_kind": "loopback", "tls": false], line: 3),
        Expected(
            source: PythonSources.server, agent: "mcp-server", table: .tool,
            row: ["name": "run", "hazard": "code", "hazard_at": "app.py:6", "approval": nil], line: 5),
        Expected(
            source: PythonSources.server, agent: "mcp-server", table: .trigger,
            row: ["kind": "webhook", "untrusted": true], line: 9),
    ]

    @Test(arguments: expected) func eachFrameworkIsRead(expected: Expected) throws {
        let evidence = try collect(["app.py": expected.source])
        #expect(evidence.faults == [])
        #expect(evidence.agents == [AgentID("\(expected.agent)@.")])
        let found = evidence[expected.table].filter { row in
            row.line == expected.line && expected.row.allSatisfy { row[$0.key] == $0.value }
        }
        #expect(found.count == 1, "\(evidence[expected.table].map(\.values))")
        #expect(!evidence.texts.contains { $0.contains(MadeUp.openAI) })
    }

    @Test func whatIsComputedIsNotSeenInFull() throws {
        let evidence = try collect([
            "app.py": """
            from agents import Agent, Runner
            def build(tools, **more):
                return Agent(name="x", tools=tools, instructions=read(), **more)
            Runner.run_sync(build([]), "x", max_turns=turns())
            """
        ])
        for table in ["tool", "instruction", "budget", "model", "delegation"] {
            #expect(evidence.completeness(table) == ["partial"], "\(table)")
        }
    }

    static let broken: [(String, Int, String)] = [
        ("from agents import Agent\nx = (\n", 2, "is not Python"),
        ("from agents import Agent\nprint 'x'\n", 2, "is not Python"),
        ("from agents import Agent\nx = " + String(repeating: "(", count: 3000) + "\n", 2, "is not Python"),
        ("from agents import Agent\nx = 1\u{0}\n", 1, "cannot be parsed"),
        ("from agents import Agent\rx = 1\r", 1, "carriage return"),
    ]

    @Test(arguments: broken) func aBrokenFileIsRefusedWithItsLine(text: String, line: Int, reason: String) throws {
        let evidence = try collect(["good.py": PythonSources.pydantic, "bad.py": text])
        let row = try #require(evidence.artifact("bad.py"))
        #expect(row["status"] == "refused" && row["line"] == .integer(line))
        #expect(row["reason"].text?.contains(reason) == true, "\(row["reason"].description)")
        #expect(evidence.artifact("good.py")?["status"] == "read")
        #expect(evidence.agents == [AgentID("pydantic-ai@.")])
    }

    @Test func withoutPythonNothingIsCoveredAndItIsSaid() throws {
        let evidence = try collect(["app.py": PythonSources.openAI, "other.py": "import json\n"], python: nil)
        #expect(evidence.isEmpty)
        #expect(evidence.artifact("app.py")?["status"] == "refused")
        #expect(evidence.artifact("app.py")?["reason"].text?.contains("python3 was not found") == true)
        #expect(evidence.artifact("other.py") == nil)
        let failing = try collect(["app.py": PythonSources.openAI], python: "/bin/false")
        #expect(failing.artifact("app.py")?["reason"].text?.contains("the collector for Python failed") == true)
    }

    @Test func nothingIsImportedOrRun() throws {
        let mark = try Workspace()
        let path = mark.root.appending(path: "ran").path
        let evil = "open(\"\(path)\", \"w\")\n"
        let evidence = try collect([
            "app.py": PythonSources.openAI + "\n" + evil, "helpers.py": evil, "ast.py": evil, "json.py": evil,
            "agents.py": evil, "sitecustomize.py": evil,
        ])
        #expect(!FileManager.default.fileExists(atPath: path))
        #expect(evidence.agents == [AgentID("openai-agents@.")])
    }

    @Test(
        arguments: [
            ("from agents import Agent", true), ("  from agents import Agent", true), ("import agents", true),
            ("import os, crewai", true), ("from google.adk.agents import A", true), ("from google import adk", true),
            ("from mcp.server.fastmcp import FastMCP", true), ("from langchain_openai import X", true),
            ("x = 1\r\nimport langgraph.graph\r\n", true), ("import autogen as a", true),
            ("# from agents import Agent", false), ("from agentsmith import A", false),
            ("from google import cloud", false),
            ("import mcp", false), ("important agents", false), ("", false), ("from .agents import A", false),
        ])
    func importsAreKnownByTheirLine(text: String, expected: Bool) {
        #expect(PythonFiles.importsFramework(Array(text.utf8)) == expected)
    }

    @Test func oddFilesEndNothing() throws {
        let start = "from agents import Agent\n"
        let evidence = try collect([
            "loop.py": start + "a = b\nb = a\nAgent(name=a, tools=b, handoffs=[a], instructions=a + b)\n",
            "half.py": start + "Agent(name='\\ud800', instructions='\\ud800')\n",
            "red.py": start + "Agent(name='\\x1b[31mred', instructions='\\u202e')\n",
            "one.py": start + "from two import f\nAgent(tools=[f])\n", "two.py": "from one import f\n",
        ])
        #expect(evidence.faults == [])
        #expect(evidence.agents == [AgentID("openai-agents@.")])
        #expect(!evidence[.artifact].contains { $0["status"] == "refused" })
        #expect(evidence[.instruction].contains { $0["hidden_characters"] == 1 })
    }
}
