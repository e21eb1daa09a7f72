extension String {
    /// Whether this text comes before another when runs of digits compare by value.
    func precedesNaturally(_ other: String) -> Bool {
        utf8.withContiguousStorageIfAvailable { left in
            other.utf8.withContiguousStorageIfAvailable { Self.precedes(left, $0) }
        }.flatMap(\.self)
            ?? Array(utf8).withUnsafeBufferPointer { left in
                Array(other.utf8).withUnsafeBufferPointer { Self.precedes(left, $0) }
            }
    }

    private static func precedes(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Bool {
        var i = 0
        var j = 0
        while i < left.count, j < right.count {
            if left[i].isDigit, right[j].isDigit {
                let m = number(in: left, &i)
                let n = number(in: right, &j)
                if m != n { return m < n }
            } else if left[i] != right[j] {
                return left[i] < right[j]
            } else {
                i += 1
                j += 1
            }
        }
        return i == left.count && j < right.count
    }

    private static func number(in bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int) -> Int {
        var number = 0
        while position < bytes.count, bytes[position].isDigit {
            number = number &* 10 &+ Int(bytes[position] - 48)
            position += 1
        }
        return number
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { (48...57).contains(self) }
}
