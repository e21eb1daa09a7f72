internal import Compliance
internal import Hashing

/// The names that things have in CISO Assistant: `urn:<packager>:risk:<kind>:<library>[:<node>]`, lower case.
///
/// Its own NIST AI RMF is referred to, not written again.
/// https://github.com/intuitem/ciso-assistant-community/blob/main/backend/library/libraries/nist-ai-rmf-1.0.yaml
enum CISOName {
    /// Who packs our libraries; `intuitem` is its maker's.
    static let packager = "surety"

    /// Frameworks that CISO Assistant brings, under the names that it gives them.
    private static let native: [FrameworkID: String] = [FrameworkID("nist-ai-rmf-1.0"): "nist-ai-rmf-1.0"]

    /// Whether CISO Assistant brings a framework itself.
    static func isNative(_ framework: FrameworkID) -> Bool { native[framework] != nil }

    /// The library that holds a framework.
    static func library(_ framework: FrameworkID) -> String { urn("library", framework) }

    /// A framework.
    static func framework(_ framework: FrameworkID) -> String { urn("framework", framework) }

    /// An item of a framework.
    static func node(_ control: ControlID) -> String {
        "\(urn("req_node", control.framework)):\(token(control.item, allowed: "._-"))"
    }

    /// A library, or a set of mappings, of our own.
    static func own(_ kind: String, _ name: String) -> String {
        "urn:\(packager):risk:\(kind):\(token(name, allowed: "._-"))"
    }

    /// The identifier by which people know an item, and audits find it: `ASI07`, `GOVERN 1.1`.
    static func reference(_ control: ControlID) -> String {
        let item = control.item.uppercased()
        guard isNative(control.framework), let hyphen = item.firstIndex(of: "-") else { return item }
        return item.replacingCharacters(at: hyphen, with: " ")
    }

    private static func urn(_ kind: String, _ framework: FrameworkID) -> String {
        if let name = native[framework] { return "urn:intuitem:risk:\(kind):\(name)" }
        return own(kind, framework.rawValue)
    }

    /// Text that a name holds as it is; other text with a digest, so that two never become one.
    private static func token(_ text: String, allowed: String) -> String {
        let allowed = Set(allowed.utf8)
        let isPlain =
            !text.isEmpty
            && text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || allowed.contains($0) }
        return isPlain ? text : FileSlug.of(text)
    }
}

extension String {
    fileprivate func replacingCharacters(at index: String.Index, with text: String) -> String {
        String(self[..<index]) + text + String(self[self.index(after: index)...])
    }
}
