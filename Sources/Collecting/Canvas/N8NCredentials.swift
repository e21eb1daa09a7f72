internal import Compliance
internal import Documents

/// Exported credentials: one, or a list of them.
///
/// Encrypted with the instance's `N8N_ENCRYPTION_KEY`, or, with `--decrypted`, as they are:
/// <https://docs.n8n.io/hosting/cli-commands/#credentials>
struct N8NCredentials {
    let root: Node

    func record(_ scribe: inout Scribe) {
        let entries = root.isArray ? root.elements.enumerated().map { ($1, "/\($0)") } : [(root, "")]
        for (entry, pointer) in entries {
            guard let data = entry["data"] else { continue }
            let name = Redaction.redact(entry["name"]?.string ?? entry["type"]?.string ?? "credential")
            guard data.string != nil else {
                scribe.secrets(in: data, holder: name, pointer + "/data")
                continue
            }
            scribe.add(
                .credential, at: data, pointer + "/data",
                [
                    "holder": "n8n", "name": .text(name), "storage": "file", "detector": "encrypted export",
                ])
        }
    }
}
