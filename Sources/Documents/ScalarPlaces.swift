/// Lines and columns of a text by the number of a Unicode scalar in it.
///
/// libyaml's own line numbers do not serve: it counts U+0085, U+2028 and U+2029 as line breaks (YAML 1.1 §4.2), which no
/// editor does. Its count of scalars is right, and lines are made from that.
struct ScalarPlaces {
    /// Number of the scalar with which each line begins.
    private let lineStarts: [Int]
    private let firstLine: Int

    /// Finds the lines of a stretch of a file that begins on the given line.
    init(_ bytes: [UInt8], firstLine: Int) {
        var starts = [0]
        var scalars = 0
        bytes.withUnsafeBufferPointer { buffer in
            for byte in buffer {
                if byte & 0xC0 != 0x80 { scalars += 1 }
                if byte == 0x0A { starts.append(scalars) }
            }
        }
        lineStarts = starts
        self.firstLine = firstLine
    }

    /// Line and column of a scalar.
    func position(of scalar: Int) -> Position {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= scalar { low = middle } else { high = middle }
        }
        return Position(line: low + firstLine, column: scalar - lineStarts[low] + 1)
    }

    /// Line and column of a byte.
    func position(ofByte offset: Int, in bytes: UnsafeMutableBufferPointer<UInt8>) -> Position {
        position(of: bytes.prefix(offset).count { $0 & 0xC0 != 0x80 })
    }
}
