/// A small strict reader of the XML that the writer makes: elements, attributes and text, nothing else.
///
/// It is here so that these tests need no other module; the schema test uses a real parser.
final class XMLTree {
    let name: String
    var attributes: [String: String] = [:]
    var children: [XMLTree] = []
    var text = ""

    init(_ name: String) { self.name = name }

    /// All elements, this one first.
    var all: [XMLTree] { [self] + children.flatMap(\.all) }

    /// All elements of a name.
    func all(_ name: String) -> [XMLTree] { all.filter { $0.name == name } }

    /// The value of a property of our namespace.
    func prop(_ name: String) -> String? {
        children.first { $0.name == "prop" && $0.attributes["name"] == name }?.attributes["value"]
    }

    struct Malformed: Error { let why: String }

    /// Reads a document.
    static func read(_ bytes: [UInt8]) throws -> XMLTree {
        var rest = String(decoding: bytes, as: UTF8.self)[...]
        let root = XMLTree("")
        var open = [root]
        while let start = rest.firstIndex(of: "<") {
            open[open.count - 1].text += try decode(rest[..<start])
            guard let end = rest[start...].firstIndex(of: ">") else { throw Malformed(why: "a tag does not end") }
            let tag = rest[rest.index(after: start)..<end]
            rest = rest[rest.index(after: end)...]
            if tag.hasPrefix("?") { continue }
            if tag.hasPrefix("/") {
                guard open.removeLast().name == String(tag.dropFirst()) else { throw Malformed(why: "\(tag)") }
                continue
            }
            let element = try element(tag.hasSuffix("/") ? tag.dropLast() : tag)
            open[open.count - 1].children.append(element)
            if !tag.hasSuffix("/") { open.append(element) }
        }
        guard open.count == 1, root.children.count == 1 else { throw Malformed(why: "elements stay open") }
        return root.children[0]
    }

    private static func element(_ tag: Substring) throws -> XMLTree {
        let element = XMLTree(String(tag.prefix { $0 != " " }))
        var rest = tag.drop { $0 != " " }
        while let equals = rest.firstIndex(of: "=") {
            let key = String(rest[..<equals].drop { $0 == " " })
            let value = rest[rest.index(equals, offsetBy: 2)...]
            guard let end = value.firstIndex(of: "\""), element.attributes[key] == nil else {
                throw Malformed(why: key)
            }
            element.attributes[key] = try decode(value[..<end])
            rest = value[value.index(after: end)...]
        }
        return element
    }

    private static func decode(_ text: Substring) throws -> String {
        for scalar in text.unicodeScalars where scalar.value < 0x20 && scalar != "\n" || scalar.value == 0xFFFE {
            throw Malformed(why: "U+\(String(scalar.value, radix: 16)) is no character of XML")
        }
        var decoded = ""
        var rest = text
        while let start = rest.firstIndex(of: "&") {
            decoded += rest[..<start]
            guard let end = rest[start...].firstIndex(of: ";") else { throw Malformed(why: "a bare ampersand") }
            let entity = rest[rest.index(after: start)..<end]
            let named = ["amp": "&", "lt": "<", "gt": ">", "quot": "\""][String(entity)]
            let scalar = UInt32(entity.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init).map {
                String(Character($0))
            }
            guard let character = named ?? scalar else { throw Malformed(why: String(entity)) }
            decoded += character
            rest = rest[rest.index(after: end)...]
        }
        return decoded + rest
    }
}
