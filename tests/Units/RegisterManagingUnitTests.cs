using Modular.Shared;
using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

public class RegisterManagingUnitTests(App app)
{
    const string Address = "/api/units/managing-units";

    [Fact]
    public async Task A_supervisor_registers_a_unit_below_itself()
    {
        var bureau = await app.Supervisor();
        var reviewer = await app.SignedIn("reviewer", bureau);
        var request = Some.Unit(bureau);

        var registered = await reviewer.Post<RegisteredOrganisation>(Address, request);

        var unit = await reviewer.Get<ManagingUnitDetails>($"{Address}/{registered.Id}");
        unit.Name.ShouldBe(request.Facts.Name);
        unit.CreditCode.ShouldBe(request.Facts.CreditCode);
        unit.SupervisorId.ShouldBe(bureau.Id);
        (await app.Stored<Organisation>(registered.Id))!.Path.ShouldStartWith(bureau.Path);
    }

    [Fact]
    public async Task Small_letters_and_blanks_in_a_credit_code_are_mended()
    {
        var bureau = await app.Supervisor();
        var reviewer = await app.SignedIn("reviewer", bureau);
        var request = Some.Unit(bureau);

        var registered = await reviewer.Post<RegisteredOrganisation>(Address,
            request with { Facts = request.Facts with { CreditCode = $" {request.Facts.CreditCode.ToLowerInvariant()} " } });

        (await app.Stored<ManagingUnit>(registered.Id))!.CreditCode.ShouldBe(request.Facts.CreditCode);
    }

    [Fact]
    public async Task A_credit_code_whose_check_digit_is_wrong_is_refused()
    {
        var bureau = await app.Supervisor();
        var reviewer = await app.SignedIn("reviewer", bureau);
        var request = Some.Unit(bureau);
        var code = request.Facts.CreditCode;
        var wrong = code[..17] + (code[17] == '0' ? '1' : '0');

        var refusal = await reviewer.Post(Address, request with { Facts = request.Facts with { CreditCode = wrong } }).ShouldBeRefused(400, "request.invalid");

        refusal.Errors["facts.creditCode"].Single().Code.ShouldBe("unit.credit-code-invalid");
    }

    [Fact]
    public async Task A_website_that_is_no_web_address_is_refused()
    {
        var bureau = await app.Supervisor();
        var reviewer = await app.SignedIn("reviewer", bureau);
        var request = Some.Unit(bureau);

        var refusal = await reviewer.Post(Address, request with { Facts = request.Facts with { Website = "javascript:alert(1)" } }).ShouldBeRefused(400, "request.invalid");

        refusal.Errors.ShouldContainKey("facts.website");
    }

    [Fact]
    public async Task A_legal_person_is_registered_once_wherever_it_stands()
    {
        var first = await app.Supervisor();
        var second = await app.Supervisor();
        var request = Some.Unit(first);
        await (await app.SignedIn("reviewer", first)).Post(Address, request);

        var elsewhere = await app.SignedIn("reviewer", second);
        await elsewhere.Post(Address, request with { SupervisorId = second.Id }).ShouldBeRefused(409, "unit.credit-code-taken");
    }

    [Fact]
    public async Task A_unit_cannot_be_registered_below_what_is_no_supervisor_of_mine()
    {
        var officer = await app.SignedIn("policyOfficer");
        var sibling = await app.Supervisor();
        var reviewer = await app.SignedIn("reviewer");

        await officer.Post(Address, Some.Unit(app.Region)).ShouldBeRefused(422, "unit.not-a-supervisor");
        await reviewer.Post(Address, Some.Unit(sibling)).ShouldBeRefused(422, "unit.not-a-supervisor");
    }

    [Fact]
    public async Task The_same_key_registers_the_unit_once()
    {
        var bureau = await app.Supervisor();
        var reviewer = await app.SignedIn("reviewer", bureau);
        var request = Some.Unit(bureau);
        var key = Guid.NewGuid().ToString();

        using var first = await reviewer.Send(HttpMethod.Post, Address, request, (Idempotency.Header, key));
        using var second = await reviewer.Send(HttpMethod.Post, Address, request, (Idempotency.Header, key));

        (await second.Content.ReadAsStringAsync()).ShouldBe(await first.Content.ReadAsStringAsync());
        second.Headers.Location.ShouldBe(first.Headers.Location);
        (await reviewer.Get<Page<ManagingUnitRow>>($"{Address}?supervisorId={bureau.Id}")).Total.ShouldBe(1);
    }

    [Fact]
    public async Task Units_themselves_cannot_register_units()
    {
        var bureau = await app.Supervisor();
        var administrator = await app.SignedIn("unitAdministrator", await app.Unit(bureau));

        await administrator.Post(Address, Some.Unit(bureau)).ShouldBeRefused(403, "permission.missing");
        await app.Anonymous().Post(Address, Some.Unit(bureau)).ShouldBeRefused(401, "session.required");
    }
}
