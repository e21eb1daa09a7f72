/// Takes members out of a list between brackets and puts new ones in: JSON's objects and arrays, arrays of TOML, flow
/// collections of YAML.
struct ListEditing {
    let lines: TextLines
    let comments: CommentStyle

    private var bytes: [UInt8] { lines.bytes }

    /// The text without a member.
    func removing(_ index: Int, from list: JSONSpan) -> [UInt8]? {
        let member = list.members[index]
        let comma = comma(after: member.value.end)
        let end = comma.map { $0 + 1 } ?? member.value.end
        let rest = comments.skipBlank(bytes, from: end, withinLine: true)
        let isAlone = lines.isFirst(member.start) && rest < bytes.count && bytes[rest] == 0x0A
        var cuts: [Range<Int>] = []
        if list.members.count == 1 {
            // A comment that stands beside the only one may be about it, or about the list.
            guard comments.skipBlank(bytes, from: list.start + 1) == member.start else { return nil }
            let inside = bytes[list.start + 1..<member.start] + bytes[end..<list.end - 1]
            guard inside.allSatisfy({ [0x20, 0x09, 0x0A, 0x0D].contains($0) }) else {
                return isAlone ? cut([lines.start(of: member.start)..<rest + 1]) : nil
            }
            return cut([list.start + 1..<list.end - 1])
        }
        if index + 1 < list.members.count {
            let next = list.members[index + 1].start
            cuts = [isAlone ? lines.start(of: member.start)..<rest + 1 : member.start..<afterBlanks(end, upTo: next)]
        } else {
            // The last one takes the comma before it along, and leaves one that ends the list.
            let before = list.members[index - 1].value.end
            if isAlone {
                cuts = [lines.start(of: member.start)..<rest + 1]
                if comma == nil, let lost = self.comma(after: before) { cuts.append(lost..<lost + 1) }
            } else {
                cuts = [before..<member.value.end]
            }
        }
        return cut(cuts)
    }

    /// The text with a member at the end of a list, or at its front.
    ///
    /// The member is written for the indent of its line, nil where everything stands in one.
    func adding(_ member: (_ indent: String?) -> String, to list: JSONSpan, atFront: Bool = false) -> [UInt8]? {
        guard let last = list.members.last, let first = list.members.first else { return filling(list, member) }
        let anchor = atFront ? first : last
        guard lines.isFirst(anchor.start), lines.line(of: anchor.start) > lines.line(of: list.start) else {
            return atFront
                ? insert([(first.start, member(nil) + ", ")]) : insert([(last.value.end, ", " + member(nil))])
        }
        let indent = lines.indent(of: anchor.start)
        if atFront {
            return insert([(first.start, member(indent) + "," + lines.lineBreak + indent)])
        }
        let comma = comma(after: last.value.end)
        let behind = comma.map { $0 + 1 } ?? last.value.end
        let rest = comments.skipBlank(bytes, from: behind, withinLine: true)
        // The comment at the end of the last one's line stays there.
        let place = rest < bytes.count && bytes[rest] == 0x0A ? lines.end(of: behind) : behind
        let text = lines.lineBreak + indent + member(indent) + (comma == nil ? "" : ",")
        return insert(comma == nil ? [(last.value.end, ","), (place, text)] : [(place, text)])
    }

    /// An empty list gets its first member.
    private func filling(_ list: JSONSpan, _ member: (String?) -> String) -> [UInt8]? {
        let inside = list.start + 1..<list.end - 1
        guard bytes[inside].allSatisfy({ [0x20, 0x09, 0x0A, 0x0D].contains($0) }) else { return nil }
        let outer = lines.indent(of: list.start)
        let text: String
        if list.isObject == nil {
            text = member(nil)
        } else {
            let inner = outer + lines.unit
            text = lines.lineBreak + inner + member(inner) + lines.lineBreak + outer
        }
        return Array(bytes[..<inside.lowerBound]) + Array(text.utf8) + Array(bytes[inside.upperBound...])
    }

    private func comma(after offset: Int) -> Int? {
        let place = comments.skipBlank(bytes, from: offset)
        return place < bytes.count && bytes[place] == UInt8(ascii: ",") ? place : nil
    }

    private func afterBlanks(_ offset: Int, upTo limit: Int) -> Int {
        var place = offset
        while place < limit, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[place]) { place += 1 }
        return place
    }

    private func cut(_ ranges: [Range<Int>]) -> [UInt8] {
        var result = bytes
        for range in ranges.sorted(by: { $0.lowerBound > $1.lowerBound }) { result.removeSubrange(range) }
        return result
    }

    /// Texts put in at places of the text as it is; of two at the same place the first goes first.
    private func insert(_ pieces: [(place: Int, text: String)]) -> [UInt8] {
        var result: [UInt8] = []
        var done = 0
        for piece in pieces {
            result += bytes[done..<piece.place] + Array(piece.text.utf8)
            done = piece.place
        }
        return result + bytes[done...]
    }
}
