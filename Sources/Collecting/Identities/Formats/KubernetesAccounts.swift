internal import Compliance
internal import Documents

/// Service accounts of Kubernetes, the token Secrets that stay, and the tokens that pods are given for a while.
///
/// <https://kubernetes.io/docs/concepts/security/service-accounts/>,
/// <https://kubernetes.io/docs/concepts/configuration/secret/#serviceaccount-token-secrets>: a Secret of the type
/// `kubernetes.io/service-account-token` holds a token that does not end. Of Secrets only names and dates are read.
enum KubernetesAccounts: IdentityFormat {
    static let kind = ArtifactKind("kubernetes service accounts", .yaml, isOptional: true)
    static let marks = [
        ContentMark(
            kind,
            anyOf: [
                ["apiVersion:", "kind: ServiceAccount"], ["apiVersion:", "kubernetes.io/service-account-token"],
                ["apiVersion:", "serviceAccountToken:"], ["\"apiVersion\"", "\"ServiceAccount\""],
                ["\"apiVersion\"", "kubernetes.io/service-account-token"],
            ],
            // JSON is YAML: an export of `kubectl` is read in either form.
            admits: ContentMark.extensions("yaml", "yml", "json"))
    ]

    static func read(_ files: [SourceFile], into register: inout IdentityRegister) {
        let all = files.flatMap(Manifest.all)
        let secrets = all.filter { $0.kind == "Secret" }
        let tokens = secrets.filter { $0.root["type"]?.string == "kubernetes.io/service-account-token" }
        for account in all where account.kind == "ServiceAccount" {
            guard let record = record(account, tokens, isComplete: !secrets.isEmpty) else { continue }
            register.add(record)
        }
        for token in tokens { own(token, among: tokens).map { register.add($0) } }
        for pod in all { lent(pod, all).map { register.add($0) } }
    }

    private static func named(_ name: String, _ namespace: String, _ manifest: Manifest) -> IdentityRecord? {
        guard let space = IdentityText.plain(namespace), let title = IdentityText.plain(name) else { return nil }
        let full = "\(space)/\(title)"
        var record = IdentityRecord(
            name: full, names: [full.lowercased(), "system:serviceaccount:\(space):\(title)".lowercased()],
            file: manifest.file, position: manifest.root.position, pointer: manifest.pointer)
        record.columns = ["kind": "service-account", "provider": "kubernetes"]
        return record
    }

    /// An account; how many tokens of it stay is known where Secrets were listed, too.
    private static func record(_ account: Manifest, _ tokens: [Manifest], isComplete: Bool) -> IdentityRecord? {
        guard var record = named(account.name, account.namespace, account) else { return nil }
        let own = tokens.filter { owner($0) == account.name && $0.namespace == account.namespace }
        record.columns.merge([
            "created_at": Value(made(account)), "enabled": true, "interactive": false,
            "keys": own.isEmpty && !isComplete ? .null : .integer(own.count),
        ]) { $1 }
        if own.isEmpty, isComplete { record.columns["authentication"] = "managed" }
        return record
    }

    /// An account by one of its tokens that stay.
    private static func own(_ token: Manifest, among tokens: [Manifest]) -> IdentityRecord? {
        guard let name = owner(token), var record = named(name, token.namespace, token) else { return nil }
        let count = tokens.count { owner($0) == name && $0.namespace == token.namespace }
        record.columns.merge([
            "rotated_at": Value(made(token)), "expires": false, "authentication": "token", "standing": "standing",
            "keys": .integer(count), "enabled": true,
        ]) { $1 }
        return record
    }

    /// An account by a pod that is given a token of it for some time.
    private static func lent(_ manifest: Manifest, _ all: [Manifest]) -> IdentityRecord? {
        guard let workload = PodWorkload(manifest, all) else { return nil }
        let sources = (workload.pod["volumes"]?.elements ?? []).flatMap { volume in
            volume[path: ["projected", "sources"]]?.elements ?? []
        }
        guard sources.contains(where: { $0["serviceAccountToken"] != nil }) else { return nil }
        let account = (workload.pod["serviceAccountName"] ?? workload.pod["serviceAccount"])?.string ?? "default"
        guard var record = named(account, manifest.namespace, manifest) else { return nil }
        record.columns.merge(["authentication": "federated", "standing": "just-in-time"]) { $1 }
        // That a pod is given one says nothing of an account that is not described.
        record.isNonHuman = false
        return record
    }

    private static func owner(_ token: Manifest) -> String? {
        token.root[path: ["metadata", "annotations", "kubernetes.io/service-account.name"]]?.string
    }

    private static func made(_ manifest: Manifest) -> String? {
        manifest.root[path: ["metadata", "creationTimestamp"]]?.string.flatMap(IdentityDate.text)
    }
}
