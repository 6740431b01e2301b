package dev.groundplan.eks;

import static dev.groundplan.Rendered.STAGING;
import static dev.groundplan.eks.IamRole.iamRole;
import static dev.groundplan.terraform.Expressions.text;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class IamRoleTest {

    @Test
    void a_role_is_one_of_the_account_that_the_platform_stands_in() {
        assertThat(iamRole("platform-admins").arn(STAGING))
                .isEqualTo(text("arn:aws:iam::111122223333:role/platform-admins"));
    }

    @Test
    void a_role_of_single_sign_on_keeps_its_path_and_is_called_by_its_name() {
        var role = iamRole("aws-reserved/sso.amazonaws.com/eu-west-2/AWSReservedSSO_Admins_0123456789abcdef");

        assertThat(role.arn(STAGING))
                .isEqualTo(text("arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/eu-west-2/"
                        + "AWSReservedSSO_Admins_0123456789abcdef"));
        assertThat(role.identifier()).isEqualTo("awsreservedsso_admins_0123456789abcdef");
    }

    @Test
    void a_role_of_another_account_keeps_its_arn() {
        var arn = text("arn:aws:iam::999900001111:role/Auditors");

        assertThat(iamRole("auditors", arn).arn(STAGING)).isSameAs(arn);
    }
}
