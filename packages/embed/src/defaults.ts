/** What the script's address says for every call. */
export interface EmbedDefaults {
  /** Where the service is. */
  serviceUrl?: string | undefined;
  appId?: string | undefined;
}
