public import Compliance

/// Finds the framework items that people mean: `ASI-1`, `LLM03:2025`, "OWASP Agentic AI Top 10 NHI-02", a title.
///
/// Nothing is guessed: where an identifier means different items in different editions, all of them are candidates; where
/// none is in force, the nearest are named but not taken.
public struct ReferenceResolver: Sendable {
    let catalog: Catalog
    let index: ReferenceIndex
    private let exact: [String: ReferenceTarget]

    /// A resolver over a catalog.
    public init(_ catalog: Catalog) {
        self.catalog = catalog
        index = ReferenceIndex(catalog)
        let controls = catalog.frameworks.flatMap(\.controls).map {
            ($0.id.rawValue.lowercased(), ReferenceTarget.control($0.id))
        }
        let checks = catalog.checks.map { ($0.id.rawValue.lowercased(), ReferenceTarget.check($0.id)) }
        exact = Dictionary(controls + checks, uniquingKeysWith: { first, _ in first })
    }

    /// Resolves a reference.
    ///
    /// - Parameters:
    ///   - text: The reference as it is written.
    ///   - framework: The framework that is meant, by identifier or as people name it; nil when the text says it all.
    /// - Returns: The one item, the candidates, or why there is none; and what is wrong with the way it is written.
    public func resolve(_ text: String, framework: String? = nil) -> Resolution {
        let text = Self.plain(text)
        if let target = exact[text.lowercased()] {
            return resolution(text, .resolved(target), [])
        }
        var scopes: [ReferenceScope] = []
        if let framework, !ReferenceTokens(framework).tokens.isEmpty {
            guard let scope = index.scope(of: framework) else {
                let reason = "no framework of the catalog is called '\(framework)'"
                return resolution(text, .unknown(reason: reason, nearest: nearest(to: text, in: [])), [])
            }
            scopes.append(scope)
        }
        var tokens = ReferenceTokens(text)
        guard !tokens.tokens.isEmpty else {
            return resolution(text, .unknown(reason: "the reference is empty", nearest: []), [])
        }
        // An identifier of ours whose item is spelled another way: owasp-asi-2026/ASI-1.
        if let slash = text.firstIndex(of: "/"),
            let framework = catalog.framework(FrameworkID(text[..<slash].lowercased()))
        {
            scopes.append(
                ReferenceScope(label: framework.id.rawValue, frameworks: [framework.id], year: nil))
            tokens = ReferenceTokens(String(text[text.index(after: slash)...]))
        }
        return ReferenceDecision(resolver: self, reference: text, tokens: tokens, given: scopes).resolution()
    }

    func resolution(_ text: String, _ outcome: Resolution.Outcome, _ warnings: [String]) -> Resolution {
        Resolution(reference: text, outcome: outcome, warnings: warnings)
    }

    /// The text without the marks of Markdown: emphasis, code, and the address of a link.
    static func plain(_ text: String) -> String {
        var plain = text[...]
        if let open = plain.firstIndex(of: "["), let close = plain[open...].firstRange(of: "](") {
            let end = plain[close.upperBound...].firstIndex(of: ")").map { plain.index(after: $0) } ?? plain.endIndex
            plain = plain[..<open] + plain[plain.index(after: open)..<close.lowerBound] + plain[end...]
        }
        var kept = plain.filter { !"*`\"\u{201C}\u{201D}\u{00AB}\u{00BB}".contains($0) }[...]
        while let first = kept.first, first.isWhitespace { kept.removeFirst() }
        while let last = kept.last, last.isWhitespace { kept.removeLast() }
        return String(kept)
    }
}
