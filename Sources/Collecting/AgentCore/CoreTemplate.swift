internal import Compliance
internal import Documents

/// The runtimes and gateways of one CloudFormation template, with the memories, browsers and interpreters beside them.
struct CoreTemplate {
    let template: CloudTemplate
    let file: SourceFile

    private func resources(_ kind: String) -> [(name: String, properties: Node, pointer: String)] {
        template.resources.filter { $0.value["Type"]?.string == "AWS::BedrockAgentCore::\(kind)" }.compactMap { entry in
            entry.value["Properties"].map { (entry.key, $0, "/Resources/\(Node.escape(entry.key))/Properties") }
        }
    }

    /// Records every runtime and gateway as an agent of its own.
    func record(into recorder: inout Recorder) {
        let runtimes = resources("Runtime")
        for runtime in runtimes {
            let id = AgentID("agentcore@\(file.path.folder.text)#\(runtime.name)")
            var scribe = Scribe(id, file, for: recorder)
            scribe.declare(product: "Amazon Bedrock AgentCore", plans: nil)
            scribe.cover([.trigger, .memory, .sandbox, .component], .complete)
            scribe.cover([.telemetry], .none, because: "the template does not say what is delivered to the logs")
            scribe.cover([.credential, .permission, .tool], .partial, because: "what the program holds is not seen")
            CoreRuntime(root: runtime.properties, pointer: runtime.pointer).record(&scribe)
            AgentRole.record(runtime.properties, "RoleArn", runtime.pointer, of: template, &scribe)
            recordParts(of: runtime.properties, isOnly: runtimes.count == 1, &scribe)
            recorder.merge(scribe.recorder)
        }
        for gateway in resources("Gateway") {
            let id = AgentID("agentcore@\(file.path.folder.text)#\(gateway.name)")
            var scribe = Scribe(id, file, for: recorder)
            scribe.declare(product: "Amazon Bedrock AgentCore gateway", kind: "mcp-server", plans: false)
            scribe.cover([.trigger, .mcpServer, .guardrail, .tool, .permission, .credential], .complete)
            CoreGateway(root: gateway.properties, pointer: gateway.pointer, name: gateway.name).record(&scribe)
            AgentRole.record(gateway.properties, "RoleArn", gateway.pointer, of: template, &scribe)
            recordTargets(of: gateway.name, &scribe)
            recorder.merge(scribe.recorder)
        }
    }

    private func recordTargets(of gateway: String, _ scribe: inout Scribe) {
        let targets = resources("GatewayTarget")
        for target in targets {
            guard template.target(target.properties["GatewayIdentifier"]) == gateway else { continue }
            CoreGateway.record(target: target.properties, target.pointer, of: gateway, &scribe)
            let lambda = target.properties[path: ["TargetConfiguration", "Mcp", "Lambda", "LambdaArn"]]
            guard let name = template.target(lambda), let found = template.functionRole(name, in: file) else {
                continue
            }
            found.role.record(holder: name, actor: name, at: found.node, found.pointer, &scribe)
        }
    }

    /// Memories, browsers and interpreters that the runtime refers to; all of them when there is one runtime.
    private func recordParts(of runtime: Node, isOnly: Bool, _ scribe: inout Scribe) {
        var named: Set<String> = []
        runtime.walk { _, node in template.target(node).map { _ = named.insert($0) } }
        for memory in resources("Memory") where isOnly || named.contains(memory.name) {
            let days = memory.properties["EventExpiryDuration"]
            let isLong = !(memory.properties["MemoryStrategies"]?.elements ?? []).isEmpty
            scribe.add(
                .memory, at: days ?? memory.properties, memory.pointer + (days == nil ? "" : "/EventExpiryDuration"),
                [
                    "actor": "main", "kind": isLong ? "notes" : "transcript", "enabled": true, "scope": "user",
                    "writable_by": "agent", "retention_days": Value(days?.integer),
                ])
        }
        for (kind, tool) in [("CodeInterpreterCustom", "execute"), ("BrowserCustom", "network")] {
            for part in resources(kind) where isOnly || named.contains(part.name) {
                let mode = part.properties[path: ["NetworkConfiguration", "NetworkMode"]]
                scribe.tool(part.name, effect: tool, approval: "never", at: part.properties, part.pointer)
                CoreNetwork.record(
                    tool == "execute" ? "code interpreter" : "browser", mode, at: mode ?? part.properties,
                    part.pointer + (mode == nil ? "" : "/NetworkConfiguration/NetworkMode"), &scribe)
                guard part.properties["ExecutionRoleArn"] != nil else { continue }
                AgentRole.record(
                    part.properties, "ExecutionRoleArn", part.pointer, of: template, &scribe)
            }
        }
    }
}
