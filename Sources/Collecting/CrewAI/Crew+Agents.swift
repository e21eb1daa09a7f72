internal import Compliance
internal import Documents

extension Crew {
    /// Where a fact was found: in Python when that says it, else in the YAML file.
    private struct Fact {
        var text: String?
        var boolean: Bool?
        var number: Double?
        var position: Position
        var isCode = false
        var pointer: String
    }

    private func fact(_ key: String, of entry: Member, _ call: PythonCalls.Call?) -> Fact {
        let pointer = "/\(Node.escape(entry.key))/\(key)"
        if let argument = call?[key] {
            return Fact(
                text: argument.string, boolean: argument.boolean, number: argument.number,
                position: Position(line: argument.line, column: 1), isCode: true, pointer: "\(key)=")
        }
        let node = entry.value[key]
        return Fact(
            text: node?.string, boolean: node?.boolean, number: node?.number,
            position: entry.value.position(of: [key]), pointer: pointer)
    }

    /// Records the agents of the crew: bounds, models, tools, delegation, instructions, MCP servers.
    func recordAgents(_ scribe: inout Scribe, _ python: inout Scribe?) {
        guard let root = agents?.document?.root else { return }
        scribe.settings(root, status: Crew.agentStatus)
        scribe.secrets(in: root, holder: "agent")
        for entry in root.members where entry.value.isObject {
            let call = call("Agent", "agents_config", entry.key)
            let actor = Value.text(Redaction.redact(entry.key))
            func add(_ table: Table, _ fact: Fact, _ columns: [String: Value]) {
                if fact.isCode {
                    python?.add(table, line: fact.position, fact.pointer, columns)
                } else {
                    scribe.add(table, line: fact.position, fact.pointer, columns)
                }
            }
            let turns = fact("max_iter", of: entry, call)
            // An expression in Python is a bound that nobody can read here.
            if !turns.isCode || turns.number != nil {
                add(
                    .budget, turns,
                    [
                        "actor": actor, "kind": "turns", "value": .real(turns.number ?? 25), "unit": "iterations",
                    ])
            }
            for (key, kind, unit) in [
                ("max_execution_time", "time", "seconds"), ("max_rpm", "rate", "requests/minute"),
            ] {
                let bound = fact(key, of: entry, call)
                add(
                    .budget, bound,
                    [
                        "actor": actor, "kind": .text(kind), "value": bound.number.map(Value.real) ?? .null,
                        "unit": .text(unit),
                    ])
            }
            let model = fact("llm", of: entry, call)
            add(
                .model, model,
                [
                    "actor": actor, "provider": Value(model.text.flatMap(ModelName.provider)),
                    "name": Value(model.text.map { Redaction.redact($0) }),
                    "pinned": ModelName.pinned(model.text),
                    "parameters_billion": ModelName.size(model.text),
                ])
            let delegates = fact("allow_delegation", of: entry, call)
            if delegates.boolean == true {
                add(.delegation, delegates, ["peer": "the other agents of the crew", "transport": "in-process"])
            }
            if fact("memory", of: entry, call).boolean == true {
                add(
                    .memory, fact("memory", of: entry, call),
                    ["actor": actor, "kind": "vector", "enabled": true, "scope": "project", "writable_by": "agent"])
            }
            let mode = fact("code_execution_mode", of: entry, call)
            if mode.text == "unsafe" {
                add(.sandbox, mode, ["kind": "code interpreter", "enabled": false])
            }
            if let guardrail = entry.value["guardrail"]?.string {
                scribe.add(
                    .guardrail, at: entry.value["guardrail"], "/\(Node.escape(entry.key))/guardrail",
                    [
                        "stage": "output", "provider": .text("guardrail: \(Redaction.redact(guardrail))"),
                        "blocking": true,
                    ])
            }
            recordTools(entry, call, &scribe, &python)
            recordServers(entry, &scribe)
            for key in ["role", "goal", "backstory", "system_template"] {
                guard let node = entry.value[key] else { continue }
                scribe.instruction(
                    "\(entry.key).\(key)", kind: "sub-agent", node, "/\(Node.escape(entry.key))/\(key)")
            }
        }
    }

    /// Tools by name; nobody is asked before one of them runs.
    private func recordTools(
        _ entry: Member, _ call: PythonCalls.Call?, _ scribe: inout Scribe, _ python: inout Scribe?
    ) {
        let actor = Redaction.redact(entry.key)
        for (index, tool) in (entry.value["tools"]?.elements ?? []).enumerated() {
            guard let name = tool.string else { continue }
            scribe.tool(
                name, actor: actor, effect: CrewTools.effect(name), approval: "never", at: tool,
                "/\(Node.escape(entry.key))/tools/\(index)")
        }
        for name in Crew.names(in: call?["tools"]) {
            guard let line = call?["tools"]?.line else { continue }
            python?.add(
                .tool, line: Position(line: line, column: 1), "tools=",
                [
                    "actor": .text(actor), "name": .text(name), "origin": "built-in",
                    "effect": Value(CrewTools.effect(name)), "approval": "never",
                ])
        }
        if call?["allow_code_execution"]?.boolean ?? entry.value["allow_code_execution"]?.boolean == true {
            scribe.tool(
                "code interpreter", actor: actor, effect: "execute", approval: "never",
                at: entry.value["allow_code_execution"], "/\(Node.escape(entry.key))/allow_code_execution")
        }
    }

    /// Classes or variables in a list: `[SerperDevTool(), search]`.
    static func names(in argument: PythonCalls.Argument?) -> [String] {
        guard let text = argument?.text, text.hasPrefix("["), text.hasSuffix("]") else { return [] }
        var depth = 0
        var parts = [""]
        for character in text.dropFirst().dropLast() {
            if "([{".contains(character) { depth += 1 }
            if ")]}".contains(character) { depth -= 1 }
            if character == ",", depth == 0 { parts.append("") } else { parts[parts.count - 1].append(character) }
        }
        return parts.compactMap { part in
            let word = part.drop(while: \.isWhitespace)
            let name = word.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
            return name.split(separator: ".").last.map(String.init)
        }
    }

    /// `mcps`: addresses of MCP servers, with `#tool` for one tool, or names in CrewAI's own catalog.
    ///
    /// <https://docs.crewai.com/en/mcp/dsl-integration>
    private func recordServers(_ entry: Member, _ scribe: inout Scribe) {
        for (index, server) in (entry.value["mcps"]?.elements ?? []).enumerated() {
            let place = "/\(Node.escape(entry.key))/mcps/\(index)"
            guard let address = server.string else { continue }
            let parts = address.split(separator: "#", maxSplits: 1).map(String.init)
            let url = parts.first ?? address
            guard url.contains("://") else { continue }
            scribe.remoteServer(
                ServerAddress(url).host, url: url, client: "CrewAI", approved: "all",
                scope: parts.count > 1 ? "listed" : "all", at: server, place)
            scribe.credential(server, name: "url", holder: ServerAddress(url).host, place)
        }
    }
}
