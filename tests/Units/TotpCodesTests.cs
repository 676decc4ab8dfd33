using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

// RFC 6238, appendix B, for SHA-1: the last six of its eight digits.
public class TotpCodesTests
{
    const string Secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long second, string code) => Totp.Code(Secret, second / 30).ShouldBe(code);

    [Fact]
    public void Secrets_are_written_as_the_standard_has_it() => Totp.Base32("12345678901234567890"u8).ShouldBe(Secret);

    [Fact]
    public void Half_a_minute_early_or_late_is_taken_more_is_not()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_234_567_890);
        foreach (var ahead in new[] { -1, 0, 1 }) Totp.StepOf(Secret, Totp.Code(Secret, Totp.StepAt(now) + ahead), now).ShouldBe(Totp.StepAt(now) + ahead);
        foreach (var ahead in new[] { -2, 2 }) Totp.StepOf(Secret, Totp.Code(Secret, Totp.StepAt(now) + ahead), now).ShouldBeNull();
    }
}
