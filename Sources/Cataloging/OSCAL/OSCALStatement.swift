internal import Documents

/// Flattens the parts of a statement to lines: `a. text`, then what belongs to it.
struct OSCALStatement {
    private let parameters: OSCALParameters

    init(_ parameters: OSCALParameters) { self.parameters = parameters }

    /// The lines of a part and all parts in it.
    func text(of part: Node?) -> String {
        guard let part else { return "" }
        var lines: [String] = []
        gather(part, into: &lines)
        return lines.joined(separator: "\n")
    }

    private func gather(_ part: Node, into lines: inout [String]) {
        let prose = OSCALProse.plain(part["prose"]?.string ?? "", parameter: parameters.text)
        let label = part["name"]?.string == "item" ? part.property("label") : nil
        let line = [label, prose].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")
        if !line.isEmpty { lines.append(line) }
        for child in part.list("parts") { gather(child, into: &lines) }
    }
}
