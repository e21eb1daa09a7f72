internal import Documents

extension Node {
    /// A value by its name in CloudFormation, in whichever spelling the export has: `AgentName`, `agentName`, `agent_name`.
    ///
    /// Terraform writes a block as a list of one.
    func spelled(_ name: String) -> (node: Node, path: String)? {
        let camel = name.prefix(1).lowercased() + name.dropFirst()
        var snake = ""
        for (index, character) in name.enumerated() {
            if character.isUppercase, index > 0 { snake += "_" }
            snake += character.lowercased()
        }
        for key in [name, camel, snake] {
            guard let value = self[key] else { continue }
            if case .null = value.content { continue }
            return (value, key)
        }
        return nil
    }

    /// A block by its name; of a list the first.
    func block(_ name: String) -> (node: Node, path: String)? {
        guard let (node, path) = spelled(name) else { return nil }
        guard node.isArray else { return (node, path) }
        return node.elements.first.map { ($0, path + "/0") }
    }
}
