import Foundation
import Testing

/// A JSON value as a test reads it: what is not there is an empty tree.
struct JSONTree {
    let value: Any?

    init(_ value: Any?) { self.value = value }

    static func read(_ bytes: [UInt8]) throws -> JSONTree {
        JSONTree(try JSONSerialization.jsonObject(with: Data(bytes)))
    }

    /// One value a line.
    static func lines(_ bytes: [UInt8]) throws -> [JSONTree] {
        try bytes.split(separator: 0x0A).map { try read(Array($0)) }
    }

    subscript(_ key: String) -> JSONTree { JSONTree((value as? [String: Any])?[key]) }
    subscript(_ position: Int) -> JSONTree { list.indices.contains(position) ? list[position] : JSONTree(nil) }

    var list: [JSONTree] { (value as? [Any] ?? []).map(JSONTree.init) }
    var text: String? { value as? String }
    var number: Double? { (value as? NSNumber)?.doubleValue }
    var flag: Bool? { value as? Bool }
    var texts: [String] { list.compactMap(\.text) }
    var keys: Set<String> { Set((value as? [String: Any] ?? [:]).keys) }
}
