namespace Modular.PurchaseReview;

internal static class CaseSearch
{
    public static IQueryable<PurchaseCase> Containing(this IQueryable<PurchaseCase> cases, string text) => cases.Where(c =>
        c.Number.Contains(text) || c.UnitName.Contains(text) || c.ProjectName!.Contains(text) || c.ProjectNumber!.Contains(text)
        || c.Wishes.Any(w => w.NameZh!.Contains(text) || w.NameEn!.Contains(text) || w.Model!.Contains(text)));
}
