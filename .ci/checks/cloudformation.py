"""Asks cfn-lint about each template, and deploys it to a moto server: what it should make must then be there.

    python3 .ci/checks/cloudformation.py generated/*/cloudformation/bootstrap.json

Prints one line for each template, and one for each finding. Exits with 1 if there is any.
"""

import json
import logging
import re
import subprocess
import sys
import urllib.parse
import urllib.request

import boto3
from moto.server import ThreadedMotoServer

LEFT_OUT = ("AWS::S3::BucketPolicy", "AWS::IAM::OIDCProvider")
ISSUER = "token.actions.githubusercontent.com"


def lint(path):
    """What cfn-lint has to say, informational findings included."""
    done = subprocess.run(
        ["cfn-lint", "--include-checks", "I", "--format", "parseable", "--template", path],
        capture_output=True,
        text=True,
        check=False,
    )
    said = done.stdout.splitlines() + done.stderr.splitlines()
    return [f"cfn-lint: {line}" for line in said if line] or ([f"cfn-lint ended with {done.returncode}"] if done.returncode else [])


def resources(template, kind):
    return [each["Properties"] for each in template["Resources"].values() if each["Type"] == kind]


def resolved(value, logical_id, arn):
    """A value of the template with the ARN of one resource in place of references to it."""
    if isinstance(value, list):
        return [resolved(each, logical_id, arn) for each in value]
    if not isinstance(value, dict):
        return value
    if value == {"Fn::GetAtt": [logical_id, "Arn"]}:
        return arn
    if list(value) == ["Fn::Sub"]:
        return value["Fn::Sub"].replace("${" + logical_id + ".Arn}", arn)
    return {key: resolved(each, logical_id, arn) for key, each in value.items()}


def deployable(template, provider):
    """
    The template as moto 5.2.1 can deploy it: tags and policy of a key as KMS itself writes them, and without the two types
    that it does not know, whose place S3's and IAM's own API take.
    """
    copy = json.loads(json.dumps(template))
    for properties in resources(copy, "AWS::KMS::Key"):
        properties.pop("Tags", None)
        properties["KeyPolicy"] = json.dumps(properties["KeyPolicy"])
    for key in [key for key, each in copy["Resources"].items() if each["Type"] in LEFT_OUT]:
        del copy["Resources"][key]
        copy = json.loads(json.dumps(copy).replace(json.dumps({"Ref": key}), json.dumps(provider)))
    return copy


class Deployed:
    """A template as a stack in an account of its own on the server, and what is missing there."""

    def __init__(self, server, account, region, template):
        self.server, self.region, self.template = server, region, template
        self.findings = []
        user = {"aws_access_key_id": "test", "aws_secret_access_key": "test", "region_name": region, "endpoint_url": server}
        role = boto3.client("sts", **user).assume_role(
            RoleArn=f"arn:aws:iam::{account}:role/deployer", RoleSessionName="deployer"
        )["Credentials"]
        self.login = {
            "aws_access_key_id": role["AccessKeyId"],
            "aws_secret_access_key": role["SecretAccessKey"],
            "aws_session_token": role["SessionToken"],
            "region_name": region,
            "endpoint_url": server,
        }

    def client(self, service):
        return boto3.client(service, **self.login)

    def expect(self, what, actual, expected):
        if actual != expected:
            self.findings.append(f"{what}: {expected!r} was expected, and {actual!r} is there")

    def deploy(self):
        cloudformation = self.client("cloudformation")
        self.identity = self.make_provider()
        cloudformation.create_stack(
            StackName="bootstrap",
            TemplateBody=json.dumps(deployable(self.template, self.identity)),
            Capabilities=["CAPABILITY_NAMED_IAM"],
        )
        stack = cloudformation.describe_stacks(StackName="bootstrap")["Stacks"][0]
        self.expect("the stack", stack["StackStatus"], "CREATE_COMPLETE")
        self.outputs = {output["OutputKey"]: output["OutputValue"] for output in stack.get("Outputs", [])}
        for check in (self.encryption, self.complete, self.bucket, self.policy, self.key, self.provider, self.roles):
            check()
        return self.findings

    def make_provider(self):
        """The ARN of GitHub's provider, in the template's words, or of the one that is there already."""
        declared = resources(self.template, "AWS::IAM::OIDCProvider") or [
            {"Url": f"https://{ISSUER}", "ClientIdList": ["sts.amazonaws.com"]}
        ]
        return self.client("iam").create_open_id_connect_provider(
            Url=declared[0]["Url"], ClientIDList=declared[0]["ClientIdList"]
        )["OpenIDConnectProviderArn"]

    def key_id(self):
        (key,) = [key for key, each in self.template["Resources"].items() if each["Type"] == "AWS::KMS::Key"]
        return key

    def encryption(self):
        name = self.outputs.get("BucketName")
        encryption = self.client("s3").get_bucket_encryption(Bucket=name)
        (rule,) = encryption["ServerSideEncryptionConfiguration"]["Rules"]
        default = rule["ApplyServerSideEncryptionByDefault"]
        self.expect("the algorithm", default["SSEAlgorithm"], "aws:kms")
        self.expect("the key of the bucket", default.get("KMSMasterKeyID"), self.outputs.get("KmsKeyArn"))
        return rule

    def complete(self):
        """Does by S3's own API, in the template's words, what moto's CloudFormation leaves out of a bucket."""
        s3 = self.client("s3")
        ((bucket_id, declared),) = [
            (key, each["Properties"])
            for key, each in self.template["Resources"].items()
            if each["Type"] == "AWS::S3::Bucket"
        ]
        name = declared["BucketName"]
        s3.put_bucket_versioning(Bucket=name, VersioningConfiguration=declared["VersioningConfiguration"])
        encryption = resolved(declared["BucketEncryption"], self.key_id(), self.outputs.get("KmsKeyArn"))
        rules = encryption["ServerSideEncryptionConfiguration"]
        for rule in rules:
            rule["ApplyServerSideEncryptionByDefault"] = rule.pop("ServerSideEncryptionByDefault")
        s3.put_bucket_encryption(Bucket=name, ServerSideEncryptionConfiguration={"Rules": rules})
        s3.put_public_access_block(
            Bucket=name, PublicAccessBlockConfiguration=declared["PublicAccessBlockConfiguration"]
        )
        s3.put_bucket_ownership_controls(Bucket=name, OwnershipControls=declared["OwnershipControls"])
        rules = [dict(rule) for rule in declared["LifecycleConfiguration"]["Rules"]]
        for rule in rules:
            rule["ID"] = rule.pop("Id")
            rule.setdefault("Filter", {"Prefix": ""})
        s3.put_bucket_lifecycle_configuration(Bucket=name, LifecycleConfiguration={"Rules": rules})
        (policy,) = resources(self.template, "AWS::S3::BucketPolicy")
        self.expect("the bucket of the policy", policy["Bucket"], {"Ref": bucket_id})
        document = resolved(policy["PolicyDocument"], bucket_id, f"arn:aws:s3:::{name}")
        s3.put_bucket_policy(Bucket=name, Policy=json.dumps(document))

    def bucket(self):
        s3 = self.client("s3")
        (declared,) = resources(self.template, "AWS::S3::Bucket")
        name = declared["BucketName"]
        self.expect("the output BucketName", self.outputs.get("BucketName"), name)
        self.expect("versioning", s3.get_bucket_versioning(Bucket=name).get("Status"), "Enabled")
        self.expect("the bucket key", self.encryption().get("BucketKeyEnabled"), True)
        access = s3.get_public_access_block(Bucket=name)["PublicAccessBlockConfiguration"]
        self.expect("the public access block", sorted(access.values()), [True] * 4)
        rules = s3.get_bucket_lifecycle_configuration(Bucket=name)["Rules"]
        self.expect("rules of old objects", any("NoncurrentVersionExpiration" in rule for rule in rules), True)
        self.expect("rules of broken uploads", any("AbortIncompleteMultipartUpload" in rule for rule in rules), True)

    def policy(self):
        name = self.outputs.get("BucketName")
        statements = json.loads(self.client("s3").get_bucket_policy(Bucket=name)["Policy"])["Statement"]
        (plain,) = [each for each in statements if "Bool" in each.get("Condition", {})]
        self.expect("the effect without TLS", plain["Effect"], "Deny")
        self.expect("the condition", plain["Condition"], {"Bool": {"aws:SecureTransport": "false"}})
        self.expect("what it covers", plain["Resource"], [f"arn:aws:s3:::{name}", f"arn:aws:s3:::{name}/*"])

    def key(self):
        kms = self.client("kms")
        arn = self.outputs.get("KmsKeyArn")
        key = kms.describe_key(KeyId=arn)["KeyMetadata"]
        self.expect("the key", key["KeyState"], "Enabled")
        self.expect("its rotation", kms.get_key_rotation_status(KeyId=key["KeyId"])["KeyRotationEnabled"], True)
        (declared,) = resources(self.template, "AWS::KMS::Key")
        policy = json.loads(kms.get_key_policy(KeyId=key["KeyId"], PolicyName="default")["Policy"])
        self.expect("the policy of the key", policy, declared["KeyPolicy"])
        (alias,) = resources(self.template, "AWS::KMS::Alias")
        aliases = {each["AliasName"]: each.get("TargetKeyId") for each in kms.list_aliases()["Aliases"]}
        self.expect("the alias", aliases.get(alias["AliasName"]) in (key["KeyId"], arn), True)

    def provider(self):
        iam = self.client("iam")
        arns = [each["Arn"] for each in iam.list_open_id_connect_providers()["OpenIDConnectProviderList"]]
        self.expect("identity providers", arns, [self.identity])
        for arn in arns:
            provider = iam.get_open_id_connect_provider(OpenIDConnectProviderArn=arn)
            self.expect("the issuer", provider["Url"].removeprefix("https://"), ISSUER)
            self.expect("the audience", provider["ClientIDList"], ["sts.amazonaws.com"])

    def roles(self):
        iam = self.client("iam")
        for name, declared in (
            (each["RoleName"], each) for each in resources(self.template, "AWS::IAM::Role")
        ):
            role = iam.get_role(RoleName=name)["Role"]
            trust = role["AssumeRolePolicyDocument"]
            trust = json.loads(urllib.parse.unquote(trust)) if isinstance(trust, str) else trust
            (statement,) = trust["Statement"]
            self.expect(f"the operators of the trust of {name}", list(statement["Condition"]), ["StringEquals"])
            self.expect(f"whom {name} trusts", statement["Principal"], {"Federated": self.identity})
            claims = statement["Condition"]["StringEquals"]
            wanted = declared["AssumeRolePolicyDocument"]["Statement"][0]["Condition"]["StringEquals"]
            self.expect(f"the subjects of {name}", claims, wanted)
            for subject in claims[f"{ISSUER}:sub"]:
                form = r"repo:[^/:*?]+/[^/:*?]+:(pull_request|ref:refs/heads/[^:*?]+|environment:[^:*?]+)"
                self.expect(f"whether `{subject}` is whole", bool(re.fullmatch(form, subject)), True)
            self.expect(f"the audience of {name}", claims[f"{ISSUER}:aud"], "sts.amazonaws.com")
            self.expect(f"the longest session of {name}", role["MaxSessionDuration"], 3600)
            self.expect(f"the ARN of {name} among the outputs", role["Arn"] in self.outputs.values(), True)
            self.expect(f"own policies of {name}", iam.list_role_policies(RoleName=name)["PolicyNames"], ["terraform"])


def literals(template):
    """Account and region of the template, as its role and key policies name them."""
    text = json.dumps(template)
    account = re.search(r"arn:aws[a-z-]*:iam::(\d{12}):root", text)
    region = re.search(r"ssm\.([a-z0-9-]+)\.amazonaws|oidc\.eks\.([a-z0-9-]+)\.", text)
    return account.group(1), next(group for group in region.groups() if group)


def main(paths):
    if not paths:
        print("no template was named", file=sys.stderr)
        return 1
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    count = 0
    try:
        for path in paths:
            with open(path, encoding="utf-8") as file:
                template = json.load(file)
            urllib.request.urlopen(urllib.request.Request(f"http://{host}:{port}/moto-api/reset", method="POST"))
            findings = lint(path) + Deployed(f"http://{host}:{port}", *literals(template), template).deploy()
            print(f"{path}: {len(template['Resources'])} resources, {len(findings)} findings", flush=True)
            for finding in findings:
                print(f"  {finding}", flush=True)
            count += len(findings)
    finally:
        server.stop()
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
