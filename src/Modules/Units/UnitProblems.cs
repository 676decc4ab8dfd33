using Modular.Shared;

namespace Modular.Units;

/// <summary>Every refusal of this module, by name.</summary>
internal static class UnitProblems
{
    public static Problem SessionRefused() => new(401, "session.refused",
        "The name or the password is wrong, or the account is locked for a while after too many tries.");

    public static Problem CodeRequired() => new(401, "session.code-required", "Enter a code of your authenticator app.");

    public static Problem CodeWrong() => new(401, "session.code-wrong", "This code is wrong or has been used. Wait for the next one.");

    public static Problem TotpCodeWrong() => Field(422, "totp.code-wrong", "code", "This code is wrong or has been used. Wait for the next one.");

    public static Problem TotpSetUp() => new(409, "totp.set-up", "An authenticator app is set up already.");

    public static Problem TotpNotStarted() => new(409, "totp.not-started", "No authenticator app is being set up.");

    public static Problem FilterNotFound(Guid id) => Problem.NotFound("filter", id);

    public static Problem TooManyFilters() => new(422, "filter.too-many", $"At most {SavedFilter.MostOfAList} filters are kept for a list. Throw one away first.");

    public static Problem NoticeNotFound(Guid id) => Problem.NotFound("notice", id);

    public static Problem MailNotFound(Guid id) => Problem.NotFound("mail", id);

    public static Problem MailNotDead() => new(409, "mail.not-dead", "Only a mail that was given up is sent again.");

    public static Problem OrganisationNotFound(Guid id) => Problem.NotFound("organisation", id);

    public static Problem UnitNotFound(Guid id) => Problem.NotFound("unit", id);

    public static Problem AccountNotFound(Guid id) => Problem.NotFound("account", id);

    public static Problem SessionNotFound(Guid id) => Problem.NotFound("session", id);

    public static Problem KeyNotFound(Guid id) => Problem.NotFound("key", id);

    public static Problem KeyWithdrawnAlready() => new(409, "key.withdrawn-already", "This key has been withdrawn already.");

    public static Problem KeyAboveOwn() => Field(422, "key.permission-above-own", "permissions", "A key is given no more than its maker may do.");

    public static Problem KeyExpiry() => Field(422, "key.expiry", "expiresOn", $"A key expires between today and {MachineKey.MaximumDays} days from now.");

    public static Problem IntegrityNotFound(Guid id) => Problem.NotFound("integrity", id);

    public static Problem IntegrityEnded() => new(409, "integrity.ended", "This record has been ended already.");

    public static Problem EndBeforeBeginning(string field) => Field(422, "date.end-before-beginning", field, "The end cannot lie before the beginning.");

    public static Problem OverviewNeedsReason(int offered) => Field(422, "overview.needs-reason", "reason", $"The register of analysts counts {offered}. Say why the number is another.");

    public static Problem StaffNotFound(Guid id) => Problem.NotFound("staff", id);

    public static Problem TrainingNotFound(Guid id) => Problem.NotFound("training", id);

    public static Problem StaffExists(string field) => Field(409, "staff.exists", field, "This person is in the register already. Two people of one name and month of birth are told apart by staff numbers.");

    public static Problem StaffListRefused(int rows) => new(422, "staff-import.refused-rows", $"{rows} rows are refused. Nothing was taken over: mend them in the file and send it again.");

    public static Problem StaffListChanged() => new(409, "staff-import.changed-meanwhile", "The file or the register has changed since the preview. Look at the preview again.");

    public static Problem NoStaffList() => new(422, "staff-import.no-header", "No row with the column titles of the register was found: 姓名, 性别, 出生年月 and the others.");

    public static Problem AffiliationNotFound(Guid id) => Problem.NotFound("affiliation", id);

    public static Problem NoUnitWithCode(string code) => Field(422, "unit.no-such-code", "otherCreditCode", $"No unit with the credit code {code} is registered.");

    public static Problem AffiliatedWithItself() => Field(422, "affiliation.own", "otherCreditCode", "A unit is not affiliated with itself.");

    public static Problem AffiliatedAlready() => Field(409, "affiliation.exists", "otherCreditCode", "These two units are declared as affiliated in that time already.");

    public static Problem UnitClosed() => new(409, "unit.closed", "This unit is closed. Its records can be read, not changed.");

    public static Problem SameSupervisor() => Field(422, "unit.same-supervisor", "supervisorId", "The unit stands under this department already.");

    public static Problem NoSuccessor() => Field(422, "unit.no-successor", "intoUnitId", "A unit merges into another one that is still open.");

    public static Problem CreditCodeTaken(string code) => Field(409, "unit.credit-code-taken", "creditCode", $"A unit with the credit code {code} is registered already.");

    public static Problem UserNameTaken(string name) => Field(409, "account.user-name-taken", "userName", $"There is an account {name} already.");

    public static Problem InvitationsRefused(IReadOnlyDictionary<string, FieldFault[]> faults) =>
        new(422, "accounts.refused", "Nobody was given an account: something is wrong with the people named.") { Errors = faults };

    public static Problem NotASupervisor() => Field(422, "unit.not-a-supervisor", "supervisorId", "A unit is registered below a supervising department of yours.");

    public static Problem WrongTier(Tier parent, Tier child) => new(422, "organisation.wrong-tier", $"An organisation of tier {child} cannot stand below one of tier {parent}.");

    public static Problem RoleOfOtherTier(string role) => Field(422, "account.role-of-other-tier", "roles", $"The role {role} does not belong to this organisation's tier.");

    public static Problem RoleAboveOwn() => Field(422, "account.role-above-own", "roles", "Only roles whose permissions you hold, or of tiers below yours, can be given.");

    public static Problem OwnAccount() => new(422, "account.own", "This cannot be done to the account you are using.");

    public static Problem PasswordRefused(IEnumerable<FieldFault> faults) => new(400, "password.refused", "The new password does not meet the rules.")
    {
        Errors = new Dictionary<string, FieldFault[]>(StringComparer.Ordinal) { ["newPassword"] = [.. faults] },
    };

    public static Problem WrongCurrentPassword() => Field(422, "password.wrong-current", "currentPassword", "This is not your present password.");

    static Problem Field(int status, string code, string field, string detail) => new(status, code, detail)
    {
        Errors = new Dictionary<string, FieldFault[]>(StringComparer.Ordinal) { [field] = [new FieldFault(code, detail)] },
    };

    public static Problem PolicyNotFound(string key) => Problem.NotFound("policy", key);

    public static Problem PolicyChanged() => Problem.ChangedMeanwhile("policy");

    public static Problem PolicyWithoutRegion() => new(422, "policy.without-region", "These numbers are a region's: sign in with an account of the region's office.");

    public static Problem PolicyInForce() => new(409, "policy.in-force", "What has begun to hold, or was taken back already, cannot be taken back. Set the number anew from another day.");

    public static Problem PolicyInThePast(DateOnly today) => new(422, "policy.in-the-past", $"A number changes from {today:yyyy-MM-dd} on at the earliest: what was decided under the old one stays decided.");

    public static Problem PolicyOutOfRange(PolicyKey key) => new(422, "policy.out-of-range", $"Between {key.Least} and {key.Most}.");
}
