using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

public class ListDemoAccountsTests(App app)
{
    [Fact]
    public async Task Outside_the_demo_no_account_is_offered() =>
        (await app.Anonymous().Get<IReadOnlyList<DemoAccount>>("/api/units/demo-accounts")).ShouldBeEmpty();
}
