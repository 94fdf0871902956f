using IpMarket.Adapters.Storage.State;
using IpMarket.Domain.Kernel;
using IpMarket.Server.Endpoints.Parties;
using IpMarket.Server.Endpoints.Parties.Onboarding;
using IpMarket.Server.Identity;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace IpMarket.Server.Hosting;

/// <summary>Sign-in: cookie for browsers, bearer for programs, antiforgery, lock-out.</summary>
public static class IdentityHosting
{
    public static void AddSignIn(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.ApplicationScheme, Cookie)
            .AddBearerToken(IdentityConstants.BearerScheme, options =>
            {
                options.BearerTokenExpiration = TimeSpan.FromMinutes(Limits.AccessTokenMinutes);
                options.RefreshTokenExpiration = TimeSpan.FromDays(14);
            });
        services.AddIdentityCore<MarketUser>(options =>
            {
                options.User.RequireUniqueEmail = true;
                options.Password = new PasswordOptions
                {
                    RequiredLength = Accounts.PasswordCharsMin,
                    RequiredUniqueChars = Accounts.PasswordUniqueMin,
                    RequireDigit = false,
                    RequireLowercase = false,
                    RequireUppercase = false,
                    RequireNonAlphanumeric = false,
                };
                options.Lockout.MaxFailedAccessAttempts = Limits.LoginAttemptsMax;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(Limits.LockoutMinutes);
            })
            .AddEntityFrameworkStores<AccountsContext>()
            .AddSignInManager()
            .AddDefaultTokenProviders();
        services.AddAntiforgery(options =>
        {
            options.HeaderName = "X-CSRF-TOKEN";
            options.Cookie.Name = "ipmarket-csrf";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.SuppressXFrameOptionsHeader = true;
        });
        services
            .AddSingleton<Standings>()
            .AddSingleton<Sessions>()
            .AddScoped<Tickets>()
            .AddScoped<Accounts>()
            .AddScoped<AccountDirectory>()
            .AddScoped<DutyNames>()
            .AddScoped<UserServices>()
            .AddScoped<PartyPresenter>()
            .AddSingleton<PartyDesk>();
    }

    /// <summary>The cookie of a browser's session; it ends with the browser and after 8 idle hours.</summary>
    private static void Cookie(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "ipmarket-session";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = TimeSpan.FromHours(8);
        options.SlidingExpiration = true;
        options.Events.OnRedirectToLogin = context => Bare(context, StatusCodes.Status401Unauthorized);
        options.Events.OnRedirectToAccessDenied = context => Bare(context, StatusCodes.Status403Forbidden);
    }

    private static Task Bare(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
