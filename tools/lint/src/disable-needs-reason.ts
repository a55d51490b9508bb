import { ESLintUtils } from '@typescript-eslint/utils';

/** ESLint takes what stands after two dashes as the description of a directive. */
const directiveWithoutReason = /^\s*eslint-disable(?:-(?:next-)?line)?\b(?!.*\s--\s+\S)/s;

export const disableNeedsReason = ESLintUtils.RuleCreator.withoutDocs({
  meta: {
    type: 'suggestion',
    docs: { description: 'A rule is switched off with the reason beside it' },
    schema: [],
    defaultOptions: [],
    messages: { missing: 'Say why: // eslint-disable-next-line some-rule -- the reason' },
  },
  create(context) {
    return {
      Program() {
        for (const comment of context.sourceCode.getAllComments()) {
          if (directiveWithoutReason.test(comment.value)) {
            context.report({ loc: comment.loc, messageId: 'missing' });
          }
        }
      },
    };
  },
});
