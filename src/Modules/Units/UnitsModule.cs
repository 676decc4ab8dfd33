using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Modular.Contracts.Units;
using Modular.Shared;

namespace Modular.Units;

/// <summary>Units: organisations of the four tiers, managing units, accounts and sessions.</summary>
public static class UnitsModule
{
    public const string Name = "units";

    public const string SessionCookie = "modular_session";

    public static IServiceCollection AddUnits(this IServiceCollection services, DatabaseSettings database, IConfiguration configuration)
    {
        services
            .AddModule<UnitsDb, UnitsPostgreSqlDb, UnitsSqlServerDb>(Name, database)
            .AddScoped<IUnitDirectory, UnitDirectory>()
            .AddScoped<IOrganisationDirectory, OrganisationDirectory>()
            .AddScoped<IFormerPlaces, FormerPlaces>()
            .AddScoped<IPanelCandidates, PanelCandidates>()
            .AddScoped<IPolicies, Policies>()
            .AddScoped<IAccountDirectory, AccountDirectory>()
        .AddScoped<IUnitStandings, UnitStandings>()
            .AddScoped<IUnitAffiliations, UnitAffiliations>()
            .AddScoped<IUnitOverviews, UnitOverviews>()
            .AddSingleton(new PasswordRules(asvs: string.Equals(configuration["Passwords:Profile"], "asvs", StringComparison.OrdinalIgnoreCase)))
            .AddSingleton(provider => new SecondFactor(
                configuration.GetValue("Totp:Required", !configuration.GetValue<bool>("Demo:Enabled")), provider.GetRequiredService<IDataProtectionProvider>()))
            .AddSingleton<SessionStore>()
            .AddSingleton(MailSettings.From(configuration))
            .AddHostedService<MailDispatch>()
            .AddScoped<IDemoSeed, DemoOrganisations>()
            .AddScoped<IDemoSeed, DemoStaff>()
            .AddScoped<IDemoSeed, DemoOverviews>();

        services.AddIdentityCore<Account>(options =>
            {
                // The rules of PasswordRules take the place of Identity's own.
                options.Password = new PasswordOptions { RequireDigit = false, RequiredLength = 1, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false, RequiredUniqueChars = 0 };
                options.User.AllowedUserNameCharacters = "";
            })
            .AddUserStore<UserOnlyStore<Account, UnitsDb, Guid>>();
        services.AddScoped<IPasswordValidator<Account>>(provider => provider.GetRequiredService<PasswordRules>());

        services.AddDataProtection().SetApplicationName("modular");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(options =>
            options.XmlRepository = new ProtectionKeys(provider.GetRequiredService<IServiceScopeFactory>())));

        services.AddAuthentication(options =>
            {
                options.DefaultScheme = MachineKeyScheme.KeyOrSession;
                options.DefaultSignInScheme = options.DefaultSignOutScheme = CookieAuthenticationDefaults.AuthenticationScheme;
            })
            .AddPolicyScheme(MachineKeyScheme.KeyOrSession, null, options => options.ForwardDefaultSelector = MachineKeyScheme.Choose)
            .AddScheme<AuthenticationSchemeOptions, MachineKeyScheme>(MachineKeyScheme.Name, null)
            .AddCookie();
        services.AddOptions<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme).Configure<SessionStore>((options, store) =>
        {
            options.SessionStore = store;
            options.Cookie.Name = SessionCookie;
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.ExpireTimeSpan = SessionStore.AbsoluteLimit;
            // An API answers; it does not send anybody to a page.
            options.Events.OnRedirectToLogin = context => { context.Response.StatusCode = 401; return Task.CompletedTask; };
            options.Events.OnRedirectToAccessDenied = context => { context.Response.StatusCode = 403; return Task.CompletedTask; };
        });
        return services;
    }
}
