extension Remedy {
    /// What an agent of a product needs: what is general and what is about its product; all where it is not known.
    ///
    /// It never shows what another product's settings would be. Where nothing is about the product, it says so.
    public func concerning(_ product: String) -> Remedy {
        guard !product.isEmpty, !parts.isEmpty else { return self }
        let isOwn = parts.contains { $0.concerns(product) }
        let kept = parts.compactMap { part in
            if part.heads.isEmpty || part.concerns(product) { return part }
            return part.heads.contains(ProductHead.others) && !isOwn ? part.withoutHead : nil
        }
        guard kept.isEmpty else { return Remedy(parts: kept) }
        return Remedy(
            "No setting of \(product) is known for this. Bound it from outside, or have a person state how it is met.")
    }

    /// Whether an agent of any product finds something in it, beside those that it names.
    public var isForAll: Bool { parts.contains { $0.heads.isEmpty || $0.heads.contains(ProductHead.others) } }
}

extension Remedy.Part {
    /// Whether it is about a product by name.
    public func concerns(_ product: String) -> Bool {
        !product.isEmpty && heads.contains { ProductHead.means($0, product) }
    }

    /// The part as one for everybody.
    fileprivate var withoutHead: Remedy.Part {
        guard case .prose(let spans)? = blocks.first, case .words(let words)? = spans.first,
            let colon = words.firstIndex(of: ":")
        else { return Remedy.Part(heads: [], blocks: blocks) }
        let rest = words[words.index(after: colon)...].drop { $0 == " " }
        let first = rest.isEmpty ? [] : [Remedy.Span.words(rest.prefix(1).uppercased() + rest.dropFirst())]
        return Remedy.Part(heads: [], blocks: [.prose(first + spans.dropFirst())] + blocks.dropFirst())
    }
}
