internal import Compliance
internal import Documents

/// A workload of Kubernetes, with the pod that it makes.
struct PodWorkload {
    let manifest: Manifest
    let all: [Manifest]
    /// The pod's specification.
    let pod: Node
    /// Where it stands.
    let pointer: String
    private let labels: [String: String]

    private static let paths: [String: [String]] = [
        "Pod": ["spec"], "Deployment": ["spec", "template", "spec"], "StatefulSet": ["spec", "template", "spec"],
        "DaemonSet": ["spec", "template", "spec"], "ReplicaSet": ["spec", "template", "spec"],
        "Job": ["spec", "template", "spec"],
        "CronJob": ["spec", "jobTemplate", "spec", "template", "spec"],
    ]

    /// Nil when the object makes no pod.
    init?(_ manifest: Manifest, _ all: [Manifest]) {
        guard ["v1", "apps", "batch"].contains(manifest.group), let path = Self.paths[manifest.kind],
            let pod = manifest.root[path: path]
        else { return nil }
        (self.manifest, self.all, self.pod) = (manifest, all, pod)
        pointer = manifest.pointer + "/" + path.joined(separator: "/")
        let metadata = manifest.root[path: path.dropLast() + ["metadata", "labels"]]
        labels = Dictionary((metadata?.members ?? []).map { ($0.key, $0.value.string ?? "") }) { $1 }
    }

    /// Its containers; those that run first only are left out.
    var containers: [PodContainer] {
        (pod["containers"]?.elements ?? []).enumerated().map { index, node in
            PodContainer(root: node, pod: pod, pointer: "\(pointer)/containers/\(index)")
        }
    }

    /// Records one container with what holds for its pod.
    func record(_ container: PodContainer, _ agent: AgentImage, _ scribe: inout Scribe) {
        let policies = all.filter(selects)
        container.record(agent, network: network(policies), &scribe)
        for policy in policies { record(policy, &scribe) }
        recordAccount(&scribe)
        if manifest.kind == "CronJob", let schedule = manifest.spec["schedule"] {
            scribe.add(
                .trigger, at: schedule, manifest.pointer + "/spec/schedule",
                ["kind": "schedule", "expression": Value(schedule.string), "untrusted": false])
            scribe.cover([.trigger], .complete)
        }
        let job = manifest.kind == "CronJob" ? manifest.spec[path: ["jobTemplate", "spec"]] : manifest.spec
        if let deadline = pod["activeDeadlineSeconds"] ?? job?["activeDeadlineSeconds"], let value = deadline.number {
            scribe.add(
                .budget, at: deadline, pointer,
                ["actor": "main", "kind": "time", "value": .real(value), "unit": "seconds"])
        }
    }

    /// The account's token is mounted unless the pod or the account forbids it.
    private func recordAccount(_ scribe: inout Scribe) {
        let named = pod["serviceAccountName"] ?? pod["serviceAccount"]
        let name = named?.string ?? "default"
        let account = all.first { $0.kind == "ServiceAccount" && $0.name == name && $0.namespace == manifest.namespace }
        let isMounted = pod["automountServiceAccountToken"] ?? account?.root["automountServiceAccountToken"]
        for key in [
            "eks.amazonaws.com/role-arn", "iam.gke.io/gcp-service-account", "azure.workload.identity/client-id",
        ] {
            guard let account, let value = account.root[path: ["metadata", "annotations", key]], let text = value.string
            else { continue }
            var other = Scribe(scribe.agent, account.file, for: scribe.recorder)
            let detectors = ["eks": "iam-role", "iam": "google-service-account", "azu": "azure-client"]
            other.add(
                .credential, at: value, "\(account.pointer)/metadata/annotations/\(Node.escape(key))",
                [
                    "holder": "agent", "name": .text(text.split(separator: "/").last.map(String.init) ?? text),
                    "kind": "token", "storage": "federated",
                    "detector": .text(detectors[String(key.prefix(3))] ?? "federated"), "principal": .text(text),
                ])
            scribe.recorder.merge(other.recorder)
        }
        guard isMounted?.boolean != false else { return }
        let place = named == nil ? pointer : pointer + "/serviceAccountName"
        var recorder = Recorder(collector: scribe.recorder.collector)
        ServiceAccountRights(account: name, namespace: manifest.namespace, in: all).record(
            actor: "main", holder: "agent", source: (named ?? pod, place), &scribe, into: &recorder)
        scribe.recorder.merge(recorder)
    }
}

extension PodWorkload {
    /// Whether a network policy is about the pod.
    private func selects(_ policy: Manifest) -> Bool {
        guard policy.kind == "NetworkPolicy", policy.namespace == manifest.namespace,
            policy.spec[path: ["podSelector", "matchExpressions"]] == nil
        else { return false }
        let wanted = policy.spec[path: ["podSelector", "matchLabels"]]?.members ?? []
        return wanted.allSatisfy { labels[$0.key] == $0.value.string }
    }

    private func limitsEgress(_ policy: Manifest) -> Bool {
        let types = (policy.spec["policyTypes"]?.elements ?? []).compactMap(\.string)
        return types.isEmpty ? policy.spec["egress"] != nil : types.contains("Egress")
    }

    /// Without a policy for what goes out a pod reaches everything.
    private func network(_ policies: [Manifest]) -> String {
        let limiting = policies.filter(limitsEgress)
        guard !limiting.isEmpty else { return "open" }
        let rules = limiting.flatMap { $0.spec["egress"]?.elements ?? [] }
        if rules.isEmpty { return "none" }
        let isOpen = rules.contains { rule in
            let peers = rule["to"]?.elements ?? []
            return peers.isEmpty || peers.contains { $0[path: ["ipBlock", "cidr"]]?.string?.hasSuffix("/0") == true }
        }
        return isOpen ? "open" : "allowlist"
    }

    private func record(_ policy: Manifest, _ scribe: inout Scribe) {
        guard limitsEgress(policy) else { return }
        var other = Scribe(scribe.agent, policy.file, for: scribe.recorder)
        for (index, rule) in (policy.spec["egress"]?.elements ?? []).enumerated() {
            for (position, peer) in (rule["to"]?.elements ?? []).enumerated() {
                guard let cidr = peer[path: ["ipBlock", "cidr"]], let text = cidr.string else { continue }
                let breadth = text.hasSuffix("/0") ? "any" : text.hasSuffix("/32") ? "exact" : "pattern"
                other.add(
                    .egress, at: cidr, "\(policy.pointer)/spec/egress/\(index)/to/\(position)/ipBlock/cidr",
                    [
                        "destination": .text(breadth == "any" ? "*" : text), "breadth": .text(breadth),
                        "effect": "allow", "enforced_by": "proxy",
                    ])
            }
        }
        scribe.recorder.merge(other.recorder)
    }
}
