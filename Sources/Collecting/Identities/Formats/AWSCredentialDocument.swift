internal import Documents
internal import Hashing

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
            guard let bytes = bytes(of: text) else {
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

    /// What a text in Base64 holds, in the one way of RFC 4648 §4; programs that encode may break it into lines.
    static func bytes(of content: String) -> [UInt8]? {
        let text = content.filter { !["\n", "\r", "\r\n"].contains($0) }
        return Base64.bytes(of: text).flatMap { Base64.text(of: $0) == text ? $0 : nil }
    }
}
