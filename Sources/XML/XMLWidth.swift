/// Whether an element has so many attributes that libxml2 takes minutes to tell them apart.
///
/// It compares each with all others (CWE-407): 40,000 take 5 seconds, and it offers no limit. So the bytes are looked at
/// before: no attribute is without a sign, and none holds the beginning of a tag.
enum XMLWidth {
    /// Most equals signs between the beginnings of two tags.
    static let limit = 10_000

    /// - Throws: `XMLProblem` with the line of such an element.
    static func check(_ bytes: [UInt8]) throws(XMLProblem) {
        var signs = 0
        var tag = 0
        let place = bytes.withUnsafeBufferPointer { bytes -> Int? in
            for position in 0..<bytes.count {
                if bytes[position] == UInt8(ascii: "<") {
                    signs = 0
                    tag = position
                } else if bytes[position] == UInt8(ascii: "=") {
                    signs += 1
                    if signs > limit { return tag }
                }
            }
            return nil
        }
        guard let place else { return }
        let line = bytes[..<place].count { $0 == 0x0A } + 1
        throw XMLProblem(description: "more than \(limit) attributes", line: line, kind: .limit)
    }
}
