using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

public class CreditCodesTests
{
    [Theory]
    [InlineData("91110000600037341L")]
    [InlineData("12100000425006117P")]
    [InlineData(" 12100000425006117p ")]
    public void Real_codes_pass(string code) => CreditCodes.IsValid(code).ShouldBeTrue();

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("12100000425006117")]
    [InlineData("12100000425006117P0")]
    [InlineData("1210000042500611IP")]
    [InlineData("十二一〇〇〇〇〇四二五〇〇六一一七P")]
    public void What_is_no_code_does_not(string? code) => CreditCodes.IsValid(code).ShouldBeFalse();

    // GB 32100-2015: the last character tells every single wrong character and every swap of neighbours.
    [Fact]
    public void A_single_slip_is_noticed()
    {
        const string right = "91110000600037341L";
        const string alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        for (var place = 0; place < 17; place++)
        {
            foreach (var other in alphabet.Where(c => c != right[place]))
                CreditCodes.IsValid(right[..place] + other + right[(place + 1)..]).ShouldBeFalse();
        }
    }
}
