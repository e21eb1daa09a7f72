internal import Compliance

extension XMLText {
    /// Writes a remedy in the elements that OSCAL's markup has for it, at least one paragraph.
    func remedy(_ text: String) {
        let blocks = Remedy(text).blocks
        guard !blocks.isEmpty else { return paragraphs([]) }
        for block in blocks {
            switch block {
            case .prose(let spans): paragraphs([spans.source])
            case .code(_, let lines): preformatted("pre", lines)
            }
        }
    }
}
