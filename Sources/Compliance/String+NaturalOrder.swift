extension String {
    /// Whether this text comes before another when runs of digits compare by value.
    func precedesNaturally(_ other: String) -> Bool {
        var left = utf8[...]
        var right = other.utf8[...]
        while let a = left.first, let b = right.first {
            if a.isDigit, b.isDigit {
                let m = left.takeNumber()
                let n = right.takeNumber()
                if m != n { return m < n }
            } else if a != b {
                return a < b
            } else {
                left.removeFirst()
                right.removeFirst()
            }
        }
        return left.isEmpty && !right.isEmpty
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { (48...57).contains(self) }
}

extension Substring.UTF8View {
    fileprivate mutating func takeNumber() -> Int {
        var number = 0
        while let digit = first, digit.isDigit {
            number = number &* 10 &+ Int(digit - 48)
            removeFirst()
        }
        return number
    }
}
