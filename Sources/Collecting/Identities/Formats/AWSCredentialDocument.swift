internal import Documents

/// The credential report as `aws iam get-credential-report` prints it: JSON around the report in Base64.
///
/// <https://docs.aws.amazon.com/cli/latest/reference/iam/get-credential-report.html>
enum AWSCredentialDocument: IdentityFormat {
    static let kind = ArtifactKind("aws credential report in JSON", .json, isOptional: true)
    static let marks = [
        ContentMark(
            kind, anyOf: [["\"ReportFormat\"", "\"Content\"", "text/csv"]], admits: ContentMark.extensions("json"))
    ]

    static func read(_ files: [SourceFile], into register: inout IdentityRegister) {
        for file in files {
            guard let content = file.document?.root["Content"], let text = content.string else { continue }
            guard let bytes = Base64Text.bytes(text) else {
                register.refuse(file, Diagnostic(.encoding, "Content is no Base64", at: content.position))
                continue
            }
            let report = SourceFile(
                path: file.path, kind: file.kind, sha256: file.sha256, size: file.size,
                lines: String(decoding: bytes, as: UTF8.self).split(
                    separator: "\n", omittingEmptySubsequences: false
                ).map(String.init), content: .text)
            do throws(Diagnostic) {
                // A place within a text is the place of the text.
                for row in try IdentitySheet(report).rows {
                    guard let record = AWSCredentialReport.record(row, in: file, at: content.position) else {
                        register.doubt(file, ":\(content.position.line): a user without name or ARN")
                        continue
                    }
                    register.add(record)
                }
            } catch {
                register.refuse(file, Diagnostic(error.kind, "Content \(error.message)", at: content.position))
            }
        }
    }
}

/// Base64 (RFC 4648 §4) as exports have it.
enum Base64Text {
    /// The bytes; nil when the text is not of that form.
    static func bytes(_ text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        var buffer: UInt32 = 0
        var bits = 0
        let digits = text.utf8.filter { $0 != 0x0A && $0 != 0x0D }
        let body = digits.prefix { $0 != UInt8(ascii: "=") }
        guard digits.count % 4 == 0, digits.count - body.count <= 2,
            digits.dropFirst(body.count).allSatisfy({ $0 == 0x3D })
        else { return nil }
        for digit in body {
            guard let value = value(digit) else { return nil }
            buffer = buffer << 6 | value
            bits += 6
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(truncatingIfNeeded: buffer >> UInt32(bits)))
            }
        }
        return bytes
    }

    private static func value(_ digit: UInt8) -> UInt32? {
        switch digit {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(digit) - 65
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(digit) - 71
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(digit) + 4
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}
