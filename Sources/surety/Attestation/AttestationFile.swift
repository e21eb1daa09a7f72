internal import Attesting
internal import Documents

/// JSON under a signature, read as strictly as it is written.
enum AttestationFile {
    /// A fleet's payload is larger than any configuration file.
    private static let limits = Limits(bytes: 512 << 20, depth: 64, nodes: 32_000_000)

    /// Reads JSON in which every key stands once and every number is whole.
    ///
    /// - Throws: `Failure` when it cannot be read, or two programs could read it differently.
    static func json(_ bytes: [UInt8], name: String) throws -> JSONValue {
        try Failure.asInput(about: name) {
            let document = try Document(bytes, as: .json, limits: limits)
            if let first = document.warnings.first { throw first }
            return try value(of: document.root)
        }
    }

    private static func value(of node: Node) throws(Diagnostic) -> JSONValue {
        switch node.content {
        case .object(let members):
            var object: [String: JSONValue] = [:]
            for member in members { object[member.key] = try value(of: member.value) }
            return .object(object)
        case .array(let elements):
            var array: [JSONValue] = []
            for element in elements { array.append(try value(of: element)) }
            return .array(array)
        case .string(let string): return .string(string)
        case .integer(let integer): return .integer(integer)
        case .boolean(let flag): return .boolean(flag)
        case .null: return .null
        case .real: throw Diagnostic(.forbidden, "a fraction is not attested", at: node.position)
        }
    }
}
