internal import Documents

/// The lexical forms of OSCAL's values, and what may not be empty.
///
/// https://pages.nist.gov/metaschema/specification/datatypes/
enum OSCALForms {
    private static let tokens: Set<String> = [
        "id", "control-id", "target-id", "param-id", "role-id", "id-ref", "rel", "name", "class",
    ]
    private static let moments: Set<String> = [
        "last-modified", "published", "start", "end", "collected", "expires", "deadline",
    ]

    /// Looks at one object.
    static func check(_ place: OSCALPlace, _ problems: OSCALProblems) {
        for member in place.node.members {
            if member.value.isArray && member.value.elements.isEmpty {
                problems.complain("\(member.key) is an empty list; leave it out", at: member.value)
            }
            guard let text = member.value.string else { continue }
            if isUUID(member.key) && !isUUID(value: text) {
                problems.complain("\(member.key) is no UUID of version 4 or 5: \(text)", at: member.value)
            } else if tokens.contains(member.key) && !isFreeText(member.key, place) && !isToken(text) {
                problems.complain("\(member.key) is no token: \(text)", at: member.value)
            } else if moments.contains(member.key) && !isMoment(text) {
                problems.complain("\(member.key) is no date and time with a zone: \(text)", at: member.value)
            } else if member.key == "title" && text.allSatisfy(\.isWhitespace) {
                problems.complain("the title is empty", at: member.value)
            }
        }
        if place.path.isEmpty { metadata(place.node, problems) }
    }

    private static func metadata(_ root: Node, _ problems: OSCALProblems) {
        if root["uuid"] == nil { problems.complain("expected a uuid", at: root) }
        guard let metadata = root["metadata"], metadata.isObject else {
            return problems.complain("expected metadata", at: root)
        }
        for key in ["title", "last-modified", "version", "oscal-version"] where metadata[key]?.string == nil {
            problems.complain("expected \(key) in the metadata", at: metadata)
        }
    }

    private static func isUUID(_ key: String) -> Bool { key == "uuid" || key.hasSuffix("-uuid") }

    /// The names of parties and the like are texts, and a facet's name is one of its system.
    private static func isFreeText(_ key: String, _ place: OSCALPlace) -> Bool {
        key == "name" && !["props", "parts"].contains(place.key)
            || key == "id" && ["threat-ids", "system-ids", "system-id"].contains(place.key)
    }

    private static func isUUID(value: String) -> Bool {
        let bytes = Array(value.utf8)
        guard bytes.count == 36 else { return false }
        for (position, byte) in bytes.enumerated() {
            if [8, 13, 18, 23].contains(position) {
                if byte != UInt8(ascii: "-") { return false }
            } else if Character(Unicode.Scalar(byte)).hexDigitValue == nil {
                return false
            }
        }
        return "45".utf8.contains(bytes[14]) && "89abAB".utf8.contains(bytes[19])
    }

    private static func isToken(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, first == "_" || isLetter(first) else { return false }
        return text.unicodeScalars.allSatisfy { scalar in
            isLetter(scalar) || scalar == "_" || scalar == "." || scalar == "-" || scalar.properties.numericType != nil
        }
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
        default: false
        }
    }

    private static func isMoment(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count >= 20, bytes.allSatisfy({ $0 < 0x80 }) else { return false }
        let shape = Array("0000-00-00T00:00:00".utf8)
        let isShaped = zip(bytes, shape).allSatisfy { byte, form in
            form == UInt8(ascii: "0") ? (0x30...0x39).contains(byte) : byte == form
        }
        let zone = text.dropFirst(19).drop { $0 == "." || $0.isNumber }
        return isShaped && (zone == "Z" || zone.utf8.count == 6 && (zone.hasPrefix("+") || zone.hasPrefix("-")))
    }
}
