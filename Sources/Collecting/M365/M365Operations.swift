internal import Compliance
internal import Documents

/// What an OpenAPI file says of asking before its operations: `x-openai-isConsequential`.
///
/// `true` asks each time; `false` lets the user choose never to be asked again, whatever the method.
/// <https://learn.microsoft.com/en-us/microsoft-365-copilot/extensibility/api-plugin-confirmation-prompts>
struct M365Operations {
    /// The flag of one operation, with its place.
    struct Flag {
        let isFree: Bool
        let changes: Bool
        let node: Node
        let pointer: String
    }

    /// By `operationId`, which is the name of the function.
    private(set) var flags: [String: Flag] = [:]

    private static let methods: Set<String> = ["get", "put", "post", "delete", "patch"]
    private static let key = "x-openai-isConsequential"

    /// Adds the operations of a file.
    mutating func read(_ root: Node) {
        for path in root["paths"]?.members ?? [] {
            for operation in path.value.members where Self.methods.contains(operation.key) {
                guard let flag = operation.value[Self.key], let value = flag.boolean,
                    let name = operation.value["operationId"]?.string
                else { continue }
                flags[name] = Flag(
                    isFree: !value, changes: operation.key != "get", node: flag,
                    pointer: "/paths/\(Node.escape(path.key))/\(operation.key)/\(Self.key)")
            }
        }
    }

    /// Records the flags of operations that change something, as settings.
    func record(_ scribe: inout Scribe) {
        for (_, flag) in flags.sorted(by: { $0.value.node.position < $1.value.node.position }) where flag.changes {
            scribe.add(
                .setting, at: flag.node, flag.pointer,
                [
                    "level": "project", "key": .text(Self.key), "type": "boolean",
                    "value": .text(flag.isFree ? "false" : "true"), "status": "in-force",
                ])
        }
    }
}
