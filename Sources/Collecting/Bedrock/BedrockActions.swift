internal import Compliance
internal import Documents

/// The action groups of an agent: each function or operation is a tool.
///
/// <https://docs.aws.amazon.com/bedrock/latest/userguide/agents-userconfirmation.html>: confirmation is off unless it is set.
struct BedrockActions {
    let template: CloudTemplate?

    private static let builtIn = [
        "AMAZON.UserInput": "read", "AMAZON.CodeInterpreter": "execute", "ANTHROPIC.Bash": "execute",
        "ANTHROPIC.Computer": "execute", "ANTHROPIC.TextEditor": "write",
    ]

    /// Whether a person is asked before one of its functions.
    static func confirms(_ group: Node) -> Bool {
        let functions = functions(group)?.node.elements ?? []
        return functions.contains { $0.spelled("RequireConfirmation")?.node.string == "ENABLED" }
            || (payload(group)?.node.string?.contains("x-requireConfirmation: ENABLED") ?? false)
    }

    private static func functions(_ group: Node) -> (node: Node, path: String)? {
        guard let (schema, path) = group.block("FunctionSchema") else { return nil }
        if let (list, key) = schema.spelled("Functions") { return (list, "\(path)/\(key)") }
        // Terraform: function_schema.member_functions.functions.
        guard let (members, key) = schema.block("MemberFunctions"), let (list, last) = members.spelled("Functions")
        else {
            return nil
        }
        return (list, "\(path)/\(key)/\(last)")
    }

    private static func payload(_ group: Node) -> (node: Node, path: String)? {
        guard let (schema, path) = group.block("ApiSchema"), let (text, key) = schema.spelled("Payload") else {
            return nil
        }
        return (text, "\(path)/\(key)")
    }

    /// Records the tools of one group.
    func record(_ group: Node, _ pointer: String, _ scribe: inout Scribe) {
        let name = group.spelled("ActionGroupName")?.node
        let title = Redaction.redact(name?.string ?? "actions")
        guard group.spelled("ActionGroupState")?.node.string != "DISABLED" else { return }
        if let (signature, path) = group.spelled("ParentActionGroupSignature"), let text = signature.string {
            // `AMAZON.UserInput` asks the user, and does nothing else.
            return scribe.tool(
                text, effect: Self.builtIn[text], approval: "never", at: signature, "\(pointer)/\(path)")
        }
        if let (list, path) = Self.functions(group) {
            for (index, function) in list.elements.enumerated() {
                guard let (node, _) = function.spelled("Name"), let text = node.string else { continue }
                let isAsked = function.spelled("RequireConfirmation")?.node.string == "ENABLED"
                scribe.tool(
                    "\(title).\(text)", effect: ToolName.effect(text), approval: isAsked ? "always" : "never", at: node,
                    "\(pointer)/\(path)/\(index)")
            }
        } else if let (text, path) = Self.payload(group) {
            record(operations: text, title, "\(pointer)/\(path)", &scribe)
        } else {
            scribe.tool("\(title).*", approval: nil, at: name ?? group, pointer)
            scribe.cover([.tool], .partial, because: "the functions of \(title) are described in another file")
        }
    }

    /// The operations of an OpenAPI document that stands in the template as text.
    private func record(operations text: Node, _ title: String, _ pointer: String, _ scribe: inout Scribe) {
        let content = text.string ?? ""
        guard let api = try? Document(Array(content.utf8), as: .yaml).root else {
            scribe.tool("\(title).*", approval: nil, at: text, pointer)
            return scribe.cover([.tool], .partial, because: "the OpenAPI document of \(title) cannot be read")
        }
        for path in api["paths"]?.members ?? [] {
            for method in path.value.members
            where ["get", "put", "post", "patch", "delete"].contains(method.key.lowercased()) {
                let id = method.value["operationId"]?.string ?? "\(method.key) \(path.key)"
                let isAsked = method.value["x-requireConfirmation"]?.string == "ENABLED"
                let effect = method.key.lowercased() == "delete" ? "destructive" : ToolName.effect(id)
                // A literal block shows its lines as they are; the first stands below its mark.
                let isBlock = content.contains("\n")
                let line = Position(
                    line: text.position.line
                        + (isBlock && scribe.file.kind.format == .yaml ? path.keyPosition.line : 0),
                    column: 1)
                scribe.add(
                    .tool, line: line, pointer,
                    [
                        "actor": "main", "name": .text("\(title).\(Redaction.redact(id))"), "origin": "built-in",
                        "effect": Value(effect), "approval": isAsked ? "always" : "never",
                    ])
            }
        }
    }

    /// The roles of the functions that carry the actions out.
    ///
    /// <https://docs.aws.amazon.com/bedrock/latest/userguide/agents-lambda.html>
    func recordRoles(_ agent: Node, _ pointer: String, _ scribe: inout Scribe) {
        guard let template else { return }
        var seen: Set<String> = []
        for group in agent.spelled("ActionGroups")?.node.elements ?? [] {
            guard let executor = group["ActionGroupExecutor"]?["Lambda"], let name = template.target(executor),
                seen.insert(name).inserted,
                let (role, node, place) = template.functionRole(name, in: scribe.file)
            else { continue }
            let title = Redaction.redact(group["ActionGroupName"]?.string ?? name)
            role.record(holder: title, actor: title, at: node, place, &scribe)
        }
    }
}
