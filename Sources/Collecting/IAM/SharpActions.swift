/// AWS actions that open more than their name says.
///
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html>,
/// <https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html>
enum SharpActions {
    /// Actions with which an identity gives itself, or takes on, more rights.
    private static let privilege = [
        "iam:createpolicyversion", "iam:setdefaultpolicyversion", "iam:createaccesskey", "iam:createloginprofile",
        "iam:updateloginprofile", "iam:attachuserpolicy", "iam:attachgrouppolicy", "iam:attachrolepolicy",
        "iam:putuserpolicy", "iam:putgrouppolicy", "iam:putrolepolicy", "iam:addusertogroup",
        "iam:updateassumerolepolicy", "iam:deleterolepermissionsboundary", "iam:deleteuserpermissionsboundary",
        "iam:createuser", "iam:createrole", "iam:createpolicy", "organizations:leaveorganization",
    ]
    /// The same, unless the one role is named that they are about.
    private static let handOver = ["iam:passrole", "sts:assumerole"]
    /// Actions that run code of the caller's choice.
    private static let code = [
        "lambda:createfunction", "lambda:updatefunctioncode", "lambda:updatefunctionconfiguration",
        "ec2:runinstances", "ssm:sendcommand", "ssm:startsession", "ssm:startautomationexecution", "ecs:runtask",
        "ecs:executecommand", "ecs:registertaskdefinition", "cloudformation:createstack",
        "cloudformation:updatestack", "codebuild:startbuild", "codebuild:createproject", "glue:createdevendpoint",
        "glue:createjob", "sagemaker:createnotebookinstance", "sagemaker:createprocessingjob",
        "bedrock-agentcore:invokecodeinterpreter", "bedrock-agentcore:startcodeinterpretersession",
    ]
    private static let secrets = [
        "secretsmanager:getsecretvalue", "secretsmanager:batchgetsecretvalue", "ssm:getparameter", "ssm:getparameters",
        "ssm:getparametersbypath", "kms:decrypt", "bedrock-agentcore:getresourceapikey",
        "bedrock-agentcore:getresourceoauth2token",
    ]
    /// Actions that AWS grants on all resources only.
    private static let withoutResource = [
        "ecr:getauthorizationtoken", "cloudwatch:putmetricdata", "xray:puttracesegments",
        "xray:puttelemetryrecords", "xray:getsamplingrules", "xray:getsamplingtargets", "logs:describeloggroups",
        "sts:getcalleridentity", "bedrock:listfoundationmodels", "ec2:describenetworkinterfaces",
        "s3:listallmybuckets",
    ]

    /// The hazards among actions, which may be patterns; `onNamed` says that the resources are named.
    static func hazards(of actions: [String], onNamed: Bool) -> Set<String> {
        var found: Set<String> = []
        let holds = { (list: [String]) in list.contains { sharp in actions.contains { Wildcard.matches($0, sharp) } } }
        if holds(privilege) || (!onNamed && holds(handOver)) { found.insert("privilege") }
        if holds(code) { found.insert("arbitrary-code") }
        if holds(secrets) { found.insert("secrets") }
        return found
    }

    /// Whether a list of exceptions withholds everything with which rights are gained or code is run.
    static func isWithheld(by exceptions: [String]) -> Bool {
        (privilege + handOver + code).allSatisfy { sharp in exceptions.contains { Wildcard.matches($0, sharp) } }
    }

    /// Whether an action is granted on all resources or not at all.
    static func knowsNoResource(_ action: String) -> Bool { withoutResource.contains(action.lowercased()) }
}
